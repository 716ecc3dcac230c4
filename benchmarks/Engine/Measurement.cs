using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Results;

namespace Assessment.Benchmarks.Engine;

/// <summary>What one evaluation of a district takes; measured in a process of its own, so that memory is its own.</summary>
/// <param name="First">Seconds of the first evaluation, in which the code is compiled as well.</param>
/// <param name="Median">Seconds of results, findings, amounts and digest.</param>
/// <param name="Heap">MiB that the evaluation leaves behind with its facts, after a collection.</param>
/// <param name="Peak">MiB of the process at its largest.</param>
/// <param name="Explanation">Milliseconds for the explanation of one subject, the median over many.</param>
/// <param name="WhatIfs">Evaluations of one township in a second.</param>
internal sealed record Measurement(
    double First,
    double Median,
    double Heap,
    double Peak,
    double Explanation,
    double WhatIfs
)
{
    private const int Rounds = 7;
    private const int Explained = 500;
    private const double MiB = 1024 * 1024;

    internal static Measurement Take(string scheme, int areas, int staff)
    {
        var district = District.Of(scheme, areas, staff);
        var first = Evaluate(district, out _);
        var times = new List<double>();
        EvaluationResult? result = null;
        for (var round = 0; round < Rounds; round++)
        {
            result = null;
            times.Add(Evaluate(district, out result));
        }
        var explanation = Explain(result!);
        var heap = GC.GetTotalMemory(forceFullCollection: true) / MiB;
        GC.KeepAlive(result);
        GC.KeepAlive(district);
        using var self = Process.GetCurrentProcess();
        var peak = self.PeakWorkingSet64 / MiB;
        return new(
            first,
            MedianOf(times),
            heap,
            peak,
            explanation,
            Engine.WhatIfs.PerSecond(scheme)
        );
    }

    /// <summary>In a child process on one core; with at most so much memory for the heap.</summary>
    /// <param name="programme">Which build of this programme; null for this one.</param>
    internal static Measurement InOwnProcess(
        string? programme,
        string scheme,
        int areas,
        int staff,
        int? heapMiB = null
    )
    {
        var start = new ProcessStartInfo(programme ?? Environment.ProcessPath!)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            ArgumentList =
            {
                "measure",
                scheme,
                areas.ToString(CultureInfo.InvariantCulture),
                staff.ToString(CultureInfo.InvariantCulture),
            },
        };
        if (heapMiB is { } limit)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{(long)limit * 1024 * 1024:x}";
        }

        using var process = Process.Start(start)!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1;
        }

        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(output)!
            : throw new InvalidOperationException(
                $"The measurement ended with {process.ExitCode}."
            );
    }

    internal static double MedianOf(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static double Evaluate(District district, out EvaluationResult result)
    {
        var watch = Stopwatch.StartNew();
        result = Evaluator.Evaluate(district.Scheme, district.Facts);
        _ = result.Digest;
        return watch.Elapsed.TotalSeconds;
    }

    private static double Explain(EvaluationResult result)
    {
        var ids = result
            .Areas.Select(area => area.Id)
            .Concat(result.Staff.Select(person => person.Id))
            .ToList();
        // The first one compiles the code and makes the index.
        _ = result.Explain(ids[0]);
        var times = new List<double>();
        for (var i = 0; i < Explained; i++)
        {
            var watch = Stopwatch.StartNew();
            _ = result.Explain(ids[(int)((long)i * ids.Count / Explained)]);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        return MedianOf(times);
    }
}
