using System.Collections.Frozen;

namespace Assessment.Engine.Reading;

/// <summary>What codes of problems mean for callers that go on all the same.</summary>
internal static class ProblemCodes
{
    /// <summary>Something is not as it should be, but every rule is bound and could be calculated.</summary>
    internal static FrozenSet<string> LeaveRulesBound { get; } =
        FrozenSet.ToFrozenSet(
            [
                "points-do-not-add-up",
                "weights-not-whole",
                "shares-not-whole",
                "quotas-impossible",
                "grades-not-descending",
                "tiers-not-ascending",
                "steps-not-ascending",
                "levels-not-descending",
                "unreachable",
                "unused",
                "postings-unused",
                "item-not-in-total",
                "units-mixed",
                "lookup-incomplete",
                "who-undecided",
            ],
            StringComparer.Ordinal
        );
}
