using Assessment.Engine.Language;

namespace Assessment.Engine.Policies.Rules;

/// <summary><c>vetoes</c> 严格控制“一票否决”: so many reasons for a veto at most; each level of a rule is a reason.</summary>
internal sealed class VetoLimit(PolicyGround ground, PolicyScope scope, decimal atMost)
    : PolicyRule(ground, scope)
{
    internal override IEnumerable<Departure> Check(WrittenScheme written)
    {
        var vetoes = Scope
            .Events(written.Scheme)
            .Where(rule => rule.Mark == EventMark.Veto)
            .ToList();
        var reasons = vetoes.SelectMany(Reasons).ToList();
        if (reasons.Count > atMost)
        {
            yield return written.At(
                vetoes[0].Citation,
                vetoes[0].Levels.Count > 0 ? "levels" : "mark",
                "policy-vetoes",
                $"“一票否决”事项有 {reasons.Count} 项（{string.Join("、", reasons)}），应当不超过 {atMost:0.####} 项"
            );
        }
    }

    private static IEnumerable<string> Reasons(EventRule rule) =>
        rule.Levels.Count == 0 ? [rule.Title] : rule.Levels.Select(level => level.Title);
}
