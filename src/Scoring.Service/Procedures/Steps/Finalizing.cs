using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>生效, and the steps that leave nothing but that they were taken.</summary>
public static class Finalizing
{
    /// <param name="digest">Of the result that was decided.</param>
    /// <exception cref="ResultMustBeDecidedFirst">No body has decided on what stands.</exception>
    public static Finalized Finalize(this ProcedureState state, DateOnly today, string digest)
    {
        var now = state.MustBeAt(today, ProcedureStepKind.Final);
        now.MustHaveNoOpenObjections();
        return now.Decision is null
            ? throw new ResultMustBeDecidedFirst()
            : new Finalized(now.Position, now.Result!.Value, now.Version + 1, digest);
    }

    /// <summary>评议、公布、反馈、发文; a publicity only where nobody has to be shown.</summary>
    /// <param name="standings">As they stand.</param>
    public static StepTaken Take(
        this ProcedureState state,
        DateOnly today,
        string? remarks,
        IReadOnlyList<Standing> standings
    )
    {
        var now = state.MustBeAt(
            today,
            ProcedureStepKind.Review,
            ProcedureStepKind.Publicise,
            ProcedureStepKind.Announce,
            ProcedureStepKind.FeedBack,
            ProcedureStepKind.Issue
        );
        if (
            now.Due!.Kind == ProcedureStepKind.Publicise
            && (
                now.Publicities.Any(one => one.Step == now.Position && today <= one.Last)
                || now.Uncovered(now.Position, standings).Any()
            )
        )
        {
            throw new AnotherStepIsDue(now.Due.Title);
        }

        var said = remarks?.Trim();
        return said?.Length > Due.TextLength
            ? throw new ReasonIsMissing(Due.TextLength)
            : new StepTaken(now.Position, said is { Length: > 0 } ? said : null);
    }
}
