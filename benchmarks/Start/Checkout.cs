using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Assessment.Benchmarks.Start;

/// <summary>What one round measured of a checkout.</summary>
/// <param name="FirstStart">From nothing: folders, cluster, tables are made.</param>
/// <param name="SecondStart">With the data of the first.</param>
/// <param name="MemoryMiB">Proportional set size of all its processes, the orchestrator's and the servers' included.</param>
internal sealed record Measurement(
    TimeSpan FirstStart,
    TimeSpan SecondStart,
    int Processes,
    double MemoryMiB
);

/// <summary>A checkout whose AppHost is built.</summary>
internal sealed record Checkout(string Name, string Folder)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Until what is only needed for the start has gone.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    private string Program =>
        Path.Combine(Folder, "src/AppHost/bin/Release/net10.0/Assessment.AppHost.dll");

    /// <summary>The checkout of this source file.</summary>
    public static string Here([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", ".."));

    public async Task<Measurement> MeasureAsync()
    {
        var data = Directory.CreateTempSubdirectory("assessment-start-");
        try
        {
            var (first, _, _) = await RunAsync(data.FullName, lookAtMemory: false);
            var (second, processes, memory) = await RunAsync(data.FullName, lookAtMemory: true);
            return new Measurement(first, second, processes, memory);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task<(TimeSpan Start, int Processes, double MemoryMiB)> RunAsync(
        string data,
        bool lookAtMemory
    )
    {
        var clock = Stopwatch.StartNew();
        using var host = Process.Start(
            new ProcessStartInfo("dotnet", [Program, "--data", data])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        // What it says is nothing to this table, but must be read.
        host.OutputDataReceived += (_, _) => { };
        host.ErrorDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        try
        {
            while (!IsReady(data, host.Id))
            {
                if (host.HasExited || clock.Elapsed > StartLimit)
                {
                    throw new InvalidOperationException($"{Program} did not become ready.");
                }

                await Task.Delay(Poll);
            }

            var start = clock.Elapsed;
            if (!lookAtMemory)
            {
                return (start, 0, 0);
            }

            await Task.Delay(Idle);
            var family = ProcessFamily.Of(host.Id, data);
            return (start, family.Count, family.Sum(ProcessFamily.MemoryMiB));
        }
        finally
        {
            using var stop = Process.Start("kill", ["-TERM", $"{host.Id}"]);
            using var limit = new CancellationTokenSource(StopLimit);
            await host.WaitForExitAsync(limit.Token);
        }
    }

    private static bool IsReady(string data, int host)
    {
        var state = Path.Combine(data, "run.json");
        if (!File.Exists(state))
        {
            return false;
        }

        var text = File.ReadAllText(state);
        return text.Contains($"\"host\": {host},", StringComparison.Ordinal)
            && text.Contains("\"ready\": true", StringComparison.Ordinal);
    }
}
