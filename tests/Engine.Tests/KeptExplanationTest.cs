using System.Text.Json;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>
/// Explanations that are kept: a subject of each kind, with and without a total, aside, barred, lifted, voided, paid by
/// table, fund and calculation.
/// </summary>
public sealed class KeptExplanationTest
{
    private static readonly JsonSerializerOptions Indented = new(EngineJson.Options)
    {
        WriteIndented = true,
    };

    public static TheoryData<string, string, string> Subjects() =>
        new()
        {
            { "gaojing-2024", "1", "gj02" },
            { "gaojing-2024", "1", "gj04" },
            { "jingan-guidance", "1", "ja01" },
            { "jingan-guidance", "1", "ja17" },
            { "jingan-guidance", "1", "ja02p5" },
            { "jingan-guidance", "1", "ja03p0" },
            { "jingan-guidance", "1", "ja04p6" },
            { "jingan-guidance", "1", "ja11p9" },
            { "jingan-guidance", "7", "ja10" },
            { "jingan-guidance", "7", "ja10p6" },
            { "danan-2017", "7", "dn5" },
            { "danan-2017", "1", "dn2" },
            { "danan-2017", "3", "dn7" },
            { "danan-2017", "4", "dn1" },
            { "danan-2017", "4", "dn4" },
            { "danan-2017", "6", "dn7" },
            { "danan-2017", "1", "dn1p0" },
            { "danan-2017", "1", "dn1p4" },
            { "danan-2017", "1", "dn1p10" },
            { "jiuting-2025", "4", "jt05" },
            { "jiuting-2025", "1", "jt02" },
            { "secretary-three-reviews", "1", "sc01p0" },
            { "secretary-three-reviews", "1", "sc07p0" },
            { "secretary-three-reviews", "4", "sc13p0" },
            { "secretary-three-papers", "1", "sc12p0" },
        };

    public static TheoryData<string, string, string> Paid() =>
        new()
        {
            { "gaojing-2024", "1", "gj04p0" },
            { "gaojing-2024", "1", "gj02p1" },
            { "jingan-guidance", "1", "ja01p0" },
            { "jingan-guidance", "1", "ja02p0" },
            { "jingan-guidance", "1", "ja03p0" },
            { "jingan-guidance", "1", "ja04p6" },
            { "jingan-guidance", "1", "ja11p9" },
            { "danan-2017", "1", "dn1p0" },
            { "danan-2017", "1", "dn1p1" },
            { "danan-2017", "1", "dn1p4" },
            { "danan-2017", "1", "dn1p5" },
            { "secretary-three-reviews", "1", "sc03p0" },
        };

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Result_IsExplainedAsItWasKept(string scheme, string number, string subject) =>
        AssertKept($"{scheme}-{number}-{subject}", Evaluate(scheme, number).Explain(subject));

    [Theory]
    [MemberData(nameof(Paid))]
    public void Amount_IsExplainedAsItWasKept(string scheme, string number, string person) =>
        AssertKept(
            $"{scheme}-{number}-{person}-payout",
            Evaluate(scheme, number).ExplainPayout(person)
        );

    private static EvaluationResult Evaluate(string scheme, string number) =>
        Evaluator.Evaluate(SchemeFolder.Read(scheme), SchemeFolder.Facts(scheme, number));

    private static void AssertKept(string name, ExplanationNode explanation) =>
        Snapshot.AssertIs(
            $"tests/Engine.Tests/Explanations/{name}.json",
            JsonSerializer.Serialize(explanation, Indented) + "\n"
        );
}
