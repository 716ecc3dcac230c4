using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Assessment.Testing.Cases;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>Every command that the README shows works.</summary>
public sealed partial class ReadmeTest
{
    /// <summary>Tried by <see cref="RunScriptTest"/>, and by whoever runs this test.</summary>
    private static readonly string[] TriedElsewhere = ["./run --demo", "./test"];

    public static TheoryData<string> Commands() =>
        new(
            Block()
                .Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
                .SelectMany(block => block.Groups["lines"].Value.Trim().Split('\n'))
                .Except(TriedElsewhere)
        );

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_AsWritten_Succeeds(string command)
    {
        // The program as it was built for this test; building it again would only cost time.
        var built = command.Replace(
            "dotnet run ",
            $"dotnet run --no-build --configuration {Repository.Configuration} ",
            StringComparison.Ordinal
        );
        using var process = Process.Start(
            new ProcessStartInfo("bash", ["-c", built])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(0, process.ExitCode);
        Assert.Matches("gj01|gaojing-2024|名次|决定等次", output);
    }

    /// <summary>What the README counts is counted here.</summary>
    [Fact]
    public void NumberOfWrongSchemes_IsHowManyThereAre()
    {
        var said = WrongSchemes()
            .Match(File.ReadAllText(Path.Combine(Repository.Root, "README.md")))
            .Groups["number"]
            .Value;

        Assert.Equal(BadScheme.Names().Count(), int.Parse(said, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(?<number>\d+) wrong schemes", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WrongSchemes();

    [GeneratedRegex(
        @"```bash\n(?<lines>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Block();
}
