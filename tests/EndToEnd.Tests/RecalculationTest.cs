using System.Diagnostics;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>The same facts give the same result on another machine, without any service.</summary>
[Collection(PlatformCollection.Name)]
public sealed class RecalculationTest(Platform platform)
{
    [Fact]
    public async Task FactsOfAFinalResult_EvaluatedByTheCommandLine_GiveTheSameDigest()
    {
        var final = await platform.FinalAsync();
        var facts = await final.Administrator.GetAsync(
            $"/api/scoring/cycles/{final.Year.Cycle}/results/facts.json",
            CancellationToken.None
        );
        var file = Path.Combine(Path.GetTempPath(), $"assessment-facts-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, facts!.ToJsonString());

        var output = await EvaluateAsync(file);

        var results = await final.Year.ResultsAsync(CancellationToken.None);
        Assert.Contains(results["digest"]!.GetValue<string>(), output, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static async Task<string> EvaluateAsync(string facts)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Repository.Program("src/Assess.Cli", "assess"), "evaluate", facts]
            )
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return output;
    }
}
