using System.Diagnostics;

namespace Assessment.LocalServers.Processes;

/// <summary>A short program that is run to its end, such as initdb.</summary>
public static class OneShot
{
    public static async Task RequireAsync(
        string? input,
        CancellationToken cancellationToken,
        params string[] command
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                WorkingDirectory = "/",
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        string said;
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            said = await output + await errors;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        if (process.ExitCode != 0)
        {
            throw new CannotStartException(
                $"{command[0]} 失败（代码 {process.ExitCode}）：{said.Trim()}"
            );
        }
    }
}
