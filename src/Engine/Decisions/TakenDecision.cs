namespace Assessment.Engine.Decisions;

/// <summary>A decision on a subject, with what had been proposed.</summary>
/// <param name="Grade">The proposed grade; null where there was none.</param>
/// <param name="Tier">The proposed tier; null where there was none.</param>
internal sealed record TakenDecision(Decision Decision, string? Grade, string? Tier)
{
    /// <summary>The proposed grade, also where it equals the decided one; null where the tier is decided.</summary>
    internal string? ReplacedGrade => Decision.Grade is null ? null : Grade;

    /// <summary>The proposed tier, also where it equals the decided one; null where the grade is decided.</summary>
    internal string? ReplacedTier => Decision.Tier is null ? null : Tier;
}
