using Assessment.Engine.Language;

namespace Assessment.Scoring.Procedures;

/// <summary>Whether each area takes a step for its own people: where people compete only within their area, their area proposes.</summary>
internal static class PerArea
{
    public static bool IsPerArea(this Scheme scheme, ProcedureStep step) =>
        step is { Kind: ProcedureStepKind.Propose, Of.Count: > 0 }
        && step.Of.All(of =>
            scheme.StaffClasses.Any(one => one.Id == of && one.IsRankedWithinArea)
        );
}
