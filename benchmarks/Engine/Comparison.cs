using System.Diagnostics;
using Assessment.Engine.Language;

namespace Assessment.Benchmarks.Engine;

/// <summary>
/// This engine against that of an old checkout, in one run: the same programme is built over there as well, and the two
/// take turns, so that whatever else the machine does meets both.
/// </summary>
internal static class Comparison
{
    private const int Turns = 3;
    private const double MostTimes = 1.3;
    private const string Sources = "benchmarks/Engine";
    private const string Copy = "benchmarks/Compared";

    /// <param name="sizes">Scheme, areas and staff.</param>
    /// <returns>Whether this engine takes no more than 1.3 times the old one's time.</returns>
    internal static bool Run(string oldCheckout, IReadOnlyList<(string, int, int)> sizes)
    {
        var old = Build(oldCheckout);
        var isFastEnough = true;
        Console.WriteLine("| scheme | areas | staff | measured | old | new | new ÷ old |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (scheme, areas, staff) in sizes)
        {
            var turns = Enumerable
                .Range(0, Turns)
                .Select(_ =>
                    (
                        Old: Measurement.InOwnProcess(old, scheme, areas, staff),
                        New: Measurement.InOwnProcess(null, scheme, areas, staff)
                    )
                )
                .ToList();
            Line("evaluation, s", one => one.Median, decides: true);
            Line("explanation, ms", one => one.Explanation, decides: false);
            Line("what-ifs of a township, 1/s", one => one.WhatIfs, decides: false);
            Line("peak, MiB", one => one.Peak, decides: false);

            void Line(string measured, Func<Measurement, double> of, bool decides)
            {
                var before = Measurement.MedianOf([.. turns.Select(turn => of(turn.Old))]);
                var after = Measurement.MedianOf([.. turns.Select(turn => of(turn.New))]);
                isFastEnough &= !decides || after <= MostTimes * before;
                Console.WriteLine(
                    $"| {scheme} | {areas:N0} | {staff:N0} | {measured} | {before:0.###} | {after:0.###} | {after / before:0.00} |"
                );
            }
        }
        return isFastEnough;
    }

    /// <summary>Builds this programme's sources in the old checkout, in a folder of its own.</summary>
    /// <returns>The executable.</returns>
    private static string Build(string oldCheckout)
    {
        var folder = Path.Combine(oldCheckout, Copy);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Sources))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        using var build = Process.Start(
            "dotnet",
            [
                "build",
                Path.Combine(folder, "Engine.csproj"),
                "-c",
                "Release",
                "-nologo",
                "-clp:ErrorsOnly",
            ]
        );
        build.WaitForExit();
        return build.ExitCode == 0
            ? Path.Combine(folder, "bin", "Release", "net10.0", "Assessment.Benchmarks.Engine")
            : throw new InvalidOperationException("The old checkout cannot be built.");
    }
}
