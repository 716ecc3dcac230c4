using System.Diagnostics;
using System.Text;

namespace Assessment.Cli.Tests;

/// <summary>What a run of the program gave.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors)
{
    internal string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built program as a process.</summary>
internal static class Assess
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    internal static string CaseFile(string scheme, string number, string file) =>
        Path.Combine(AppContext.BaseDirectory, "cases", scheme, "cases", number, file);

    internal static string SchemeFile(string scheme) =>
        Path.Combine(AppContext.BaseDirectory, "schemes", scheme, "scheme.yaml");

    internal static Task<Run> RunAsync(params string[] arguments) =>
        RunInAsync(Path.GetTempPath(), arguments);

    internal static async Task<Run> RunInAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "assess"),
            arguments
        )
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await errors);
    }
}
