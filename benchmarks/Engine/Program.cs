using System.Globalization;
using System.Text.Json;
using Assessment.Benchmarks.Engine;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Without arguments: the figures of the README. "compare FOLDER": the same against an old checkout. "township": BenchmarkDotNet.
const int Areas = 6_500;
const int Staff = 65_000;
const int OneGiB = 1024;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["measure", var scheme, var areas, var staff])
{
    var taken = Measurement.Take(
        scheme,
        int.Parse(areas, CultureInfo.InvariantCulture),
        int.Parse(staff, CultureInfo.InvariantCulture)
    );
    Console.WriteLine(JsonSerializer.Serialize(taken));
    return;
}
if (args is ["compare", var oldCheckout])
{
    Environment.ExitCode = Comparison.Run(
        oldCheckout,
        [(District.Jingan, Areas, Staff), (District.Gaojing, Areas, 0)]
    )
        ? 0
        : 1;
    return;
}
if (args is ["township"])
{
    var config = DefaultConfig
        .Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
        .WithArtifactsPath(Path.Combine("artifacts", "benchmarks"));
    BenchmarkRunner.Run<TownshipBenchmark>(config);
    return;
}
Console.WriteLine(
    "| scheme | size | areas | staff | first | median | heap | peak | one explanation | what-ifs of a township in a second |"
);
Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
foreach (var (name, people) in new[] { (District.Jingan, Staff), (District.Gaojing, 0) })
{
    foreach (var times in new[] { 1, 2, 4, 8 })
    {
        // The district itself has to do with 1 GiB.
        var figures = Measurement.InOwnProcess(
            null,
            name,
            Areas * times,
            people * times,
            times == 1 ? OneGiB : null
        );
        Console.WriteLine(
            $"| {name} | {times}× | {Areas * times:N0} | {people * times:N0} | {figures.First:0.00} s | {figures.Median:0.00} s | {figures.Heap:0} MiB | {figures.Peak:0} MiB | {figures.Explanation:0.000} ms | {figures.WhatIfs:N0} |"
        );
    }
}
