using Assessment.Engine.Decisions;
using Assessment.Engine.Results;

namespace Assessment.Engine.Explanation;

/// <summary>集体研究决定: what was proposed, what was decided and why, and what changed because of it.</summary>
internal static class DecisionExplanation
{
    /// <summary>Of the subject itself, with everybody whose grade, flags or amount would be another without it.</summary>
    /// <param name="result">The evaluation with the decision.</param>
    internal static ExplanationNode Of(EvaluationResult result, TakenDecision taken)
    {
        var changes = new DecisionEffects(result, taken.Decision).All().ToList();
        return new(
            "decision",
            "集体研究决定",
            Decided(taken.Decision),
            "决定代替拟定的等次、档次，拟定的保留在案；他人拟定的不变，空出的名额不递补",
            changes.Count > 0
                ? Text(taken)
                : $"{Text(taken)}；没有人的等次、标记、发放金额因此变化",
            [],
            changes
        );
    }

    /// <summary>Of somebody in an area whose grade or tier was decided.</summary>
    internal static ExplanationNode OfArea(TakenDecision taken) =>
        new(
            "areaDecision",
            "所在居民区的集体研究决定",
            Decided(taken.Decision),
            "凡看所在居民区等次、档次的，按决定后的等次、档次",
            Text(taken),
            [],
            []
        );

    private static string? Decided(Decision decision) =>
        decision.Grade ?? (decision.Tier is { } tier ? TierExplanation.Named(tier) : null);

    private static string Text(TakenDecision taken) =>
        taken.Decision.Grade is { } grade
            ? $"拟定等次 {taken.Grade} → 决定等次 {grade}；理由：{taken.Decision.Reason}"
            : $"拟定档次 {taken.Tier} → 决定档次 {taken.Decision.Tier}；理由：{taken.Decision.Reason}";
}
