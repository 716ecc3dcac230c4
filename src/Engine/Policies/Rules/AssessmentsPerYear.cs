using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary>
/// <c>assessmentsPerYear</c> 每年一次综合性考核: no line is scored in more periods of a year. Surveys with several waves are
/// no assessments.
/// </summary>
internal sealed class AssessmentsPerYear(PolicyGround ground, PolicyScope scope, decimal atMost)
    : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written) =>
        written
            .Scheme.Collection.Lines.Where(line => Most(line).Count > atMost)
            .GroupBy(line =>
                (line.Citation.Clause, string.Join('、', Most(line).Select(id => line.Periods[id])))
            )
            .Select(same =>
                written.At(
                    same.First().Citation,
                    "sets",
                    "policy-assessments",
                    $"{Names([.. same])}一年可分 {Most(same.First()).Count} 次评分（{same.Key.Item2}），应当每年集中考核 {atMost:0.####} 次"
                )
            );

    private static IReadOnlyList<string> Most(ScoreLine line) =>
        line.Sets.MaxBy(set => set.Count) ?? [];

    private static string Names(List<ScoreLine> lines) =>
        lines.Count == 1
            ? $"评分线条“{lines[0].Title}”"
            : $"“{lines[0].Title}”等 {lines.Count} 个评分线条";
}
