using System.Diagnostics;

namespace Assessment.LocalHosting.Processes;

/// <summary>A short program that is run to its end, such as initdb.</summary>
internal static class OneShot
{
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string? account,
        string? input,
        CancellationToken cancellationToken,
        params string[] command
    )
    {
        string[] whole = account is null
            ? command
            : ["setpriv", .. AccountSwitch.Arguments(account), .. command];
        using var process = Process.Start(
            new ProcessStartInfo(whole[0], whole[1..])
            {
                WorkingDirectory = "/",
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static async Task RequireAsync(
        string? account,
        string? input,
        CancellationToken cancellationToken,
        params string[] command
    )
    {
        var (exitCode, output) = await RunAsync(account, input, cancellationToken, command);
        if (exitCode != 0)
        {
            throw new CannotHostException($"{command[0]} 失败（代码 {exitCode}）：{output.Trim()}");
        }
    }
}
