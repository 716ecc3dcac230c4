using System.Diagnostics;
using Assessment.Engine.Evaluation;

namespace Assessment.Benchmarks.Engine;

/// <summary>How many evaluations of one township fit into a second.</summary>
internal static class WhatIfs
{
    private const int Areas = 30;
    private const int Staff = 200;
    private const int Rounds = 5;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    /// <summary>The median over some rounds, after one to warm up.</summary>
    internal static double PerSecond(string scheme)
    {
        var district = District.Of(scheme, Areas, Staff);
        Count(district);
        var rates = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            rates.Add(Count(district));
        }

        return Measurement.MedianOf(rates);
    }

    private static double Count(District district)
    {
        var watch = Stopwatch.StartNew();
        var evaluations = 0;
        while (watch.Elapsed < Round)
        {
            _ = Evaluator.Evaluate(district.Scheme, district.Facts);
            evaluations++;
        }
        return evaluations / watch.Elapsed.TotalSeconds;
    }
}
