using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assessment.Demo;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>The README's first command, as a new user would give it.</summary>
public sealed partial class RunScriptTest
{
    [Fact]
    public async Task RunDemo_ShowsAccountsAndResults_EndsWhenItsHostIsKilled_AndItsCopiedDataIsFoundAgain()
    {
        var data = Directory.CreateTempSubdirectory("assessment-run-").FullName;
        string password;
        await using (var demo = await RunScript.StartAsync(data, "--demo"))
        {
            Assert.Matches(@"1\s*│\s*恒盛居民区\s*│\s*92\.44", demo.Output);
            Assert.Matches(@"绩效发放表：232 人", demo.Output);
            password = AdministratorLine().Match(demo.Output).Groups["password"].Value;
            using var host = Process.GetProcessById(HostOf(data));
            host.Kill();
            await demo.EndAsync();
        }

        await Eventually.HoldsAsync(
            () => Task.FromResult(ProcessesIn(data).Count == 0),
            TimeSpan.FromMinutes(1)
        );
        var copy = await MoveAsync(data);
        await using (var again = await RunScript.StartAsync(copy, "--no-build"))
        {
            using var http = new HttpClient
            {
                BaseAddress = new Uri(Address().Match(again.Output).Value),
            };
            var administrator = new PlatformClient(http, TimeProvider.System);
            await administrator.SignInAsync("gaojing-admin", password, CancellationToken.None);
            var cycles = await administrator.GetAsync(
                "/api/scoring/cycles",
                CancellationToken.None
            );

            Assert.Equal("final", Assert.Single(cycles!.AsArray())!["state"]!.GetValue<string>());
            Assert.DoesNotContain("/invitation/", again.Output, StringComparison.Ordinal);
            await again.InterruptAsync();
        }

        Assert.Empty(ProcessesIn(copy));
        Assert.False(File.Exists(Path.Combine(copy, "run.json")));
        Directory.Delete(copy, recursive: true);
    }

    private static int HostOf(string data) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(data, "run.json")))!["host"]!.GetValue<int>();

    /// <summary>A copy with another path, as on another machine; the folder itself is gone.</summary>
    private static async Task<string> MoveAsync(string data)
    {
        var copy = Directory.CreateTempSubdirectory("assessment-copy-").FullName;
        using var copying = Process.Start("cp", ["-a", $"{data}/.", copy]);
        await copying.WaitForExitAsync();
        Assert.Equal(0, copying.ExitCode);
        Directory.Delete(data, recursive: true);
        return copy;
    }

    /// <summary>Each carries its data folder in its environment, however it calls its files.</summary>
    private static List<string> ProcessesIn(string data) =>
        [
            .. Directory
                .GetDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), out _))
                .Where(folder =>
                    Read(folder, "environ")
                        .Contains($"ASSESSMENT_DATA={data}\0", StringComparison.Ordinal)
                )
                .Select(folder => Read(folder, "cmdline").Replace('\0', ' ')),
        ];

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return ""; // ended in the meantime, or another person's
        }
    }

    [GeneratedRegex(
        @"gaojing-admin\s*│\s*(?<password>\S+)\s*│",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex AdministratorLine();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
