using System.Diagnostics;
using System.Text;

namespace Assessment.EndToEnd.Tests;

/// <summary>A running <c>./run</c> with a data folder.</summary>
internal sealed class RunScript : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private RunScript(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the script and waits until it says that it is running and how to stop it.</summary>
    public static async Task<RunScript> StartAsync(string data, params string[] arguments)
    {
        var script = new RunScript(
            Process.Start(
                // A test that runs in the background inherits an ignored Ctrl-C; a user's terminal does not.
                new ProcessStartInfo(
                    "env",
                    [
                        "--default-signal=INT",
                        Path.Combine(Repository.Root, "run"),
                        "--data",
                        data,
                        .. arguments,
                    ]
                )
                {
                    WorkingDirectory = Path.GetTempPath(),
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!
        );
        await Eventually.HoldsAsync(
            () =>
                script._process.HasExited
                    ? throw new InvalidOperationException($"./run ended:\n{script.Output}")
                    : Task.FromResult(script.Output.Contains("Ctrl-C", StringComparison.Ordinal)),
            StartLimit
        );
        return script;
    }

    /// <summary>Presses Ctrl-C and waits for the end.</summary>
    public async Task InterruptAsync()
    {
        using var interrupt = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await EndAsync();
    }

    /// <summary>Waits until it has ended by itself.</summary>
    public async Task EndAsync()
    {
        using var limit = new CancellationTokenSource(EndLimit);
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await InterruptAsync();
        }

        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
