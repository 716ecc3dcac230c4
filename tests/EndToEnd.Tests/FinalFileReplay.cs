using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Assessment.EndToEnd.Tests;

/// <summary>A final file as somebody without the platform replays it.</summary>
internal static class FinalFileReplay
{
    /// <returns>Where the file is.</returns>
    public static async Task<string> DownloadAsync(
        this IPage page,
        string button,
        string folder,
        string name
    )
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByTestId(button).First.ClickAsync()
        );
        var path = Path.Combine(folder, name);
        await download.SaveAsAsync(path);
        return path;
    }

    /// <param name="key">File of the public key; null to take the one in the file.</param>
    /// <returns>What the command says; it must say that all is well.</returns>
    public static async Task<string> RunAsync(string file, string? key)
    {
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Repository.Program("src/Assess.Cli", "assess"),
                    "replay",
                    file,
                    .. key is null ? Array.Empty<string>() : ["--key", key],
                ]
            )
            {
                WorkingDirectory = Path.GetDirectoryName(file)!,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
                UseShellExecute = false,
            }
        )!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
