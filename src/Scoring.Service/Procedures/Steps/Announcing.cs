using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>公布</summary>
public static class Announcing
{
    /// <summary>A step that announces leaves a notice, where the scheme says what it shows.</summary>
    /// <param name="taken">The step, as it was found lawful.</param>
    /// <param name="standings">As decided.</param>
    public static Act Announce(
        this ProcedureState state,
        StepTaken taken,
        DateOnly today,
        Guid notice,
        IReadOnlyList<Standing> standings
    )
    {
        var step = state.Procedure.Steps[taken.Step];
        return step is { Kind: ProcedureStepKind.Announce, Notice: { } shown }
            ? new Announced(
                taken.Step,
                notice,
                today,
                state.Result!.Value,
                [.. standings.Where(one => one.IsShownBy(step)).Select(one => one.On(shown))],
                taken.Remarks
            )
            : taken;
    }
}
