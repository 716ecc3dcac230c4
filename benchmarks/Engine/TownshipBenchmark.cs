using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Results;
using BenchmarkDotNet.Attributes;

namespace Assessment.Benchmarks.Engine;

/// <summary>What-ifs: one township of 30 areas and 200 staff, evaluated with results, findings and amounts.</summary>
[MemoryDiagnoser]
public class TownshipBenchmark
{
    private const int Areas = 30;
    private const int Staff = 200;
    private District? _district;

    [Params(District.Jingan, District.Gaojing)]
    public string Scheme { get; set; } = District.Jingan;

    [GlobalSetup]
    public void SetUp() => _district = District.Of(Scheme, Areas, Staff);

    [Benchmark]
    public EvaluationResult Evaluate() => Evaluator.Evaluate(_district!.Scheme, _district.Facts);

    [Benchmark]
    public string EvaluateWithDigest() =>
        Evaluator.Evaluate(_district!.Scheme, _district.Facts).Digest;
}
