using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Cancelling;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>撤销: at once where nothing has been collected yet; otherwise a second person agrees to it.</summary>
public static class Cancelling
{
    /// <param name="isCollected">Whether facts, events, reports or results are there.</param>
    /// <param name="by">The office.</param>
    /// <exception cref="CancellationIsAskedAlready">A request waits for an answer.</exception>
    public static Act AskToCancel(
        this ProcedureState state,
        bool isCollected,
        string? reason,
        string by
    )
    {
        var why = Due.ReasonOf(reason);
        return !isCollected ? new Cancelled(why)
            : state.IsCancellationAsked ? throw new CancellationIsAskedAlready()
            : new CancellationAsked(why, by);
    }

    /// <param name="by">The leader.</param>
    /// <exception cref="NoCancellationIsAsked"/>
    /// <exception cref="CancellationMustBeAgreedToByAnother">Both are the same account.</exception>
    public static Cancelled AgreeToCancel(this ProcedureState state, string by) =>
        new(state.AskedByAnotherThan(by).Reason);

    /// <inheritdoc cref="AgreeToCancel"/>
    public static CancellationDeclined DeclineToCancel(
        this ProcedureState state,
        string? reason,
        string by
    )
    {
        state.AskedByAnotherThan(by);
        return new CancellationDeclined(Due.ReasonOf(reason));
    }

    private static CancellationAsked AskedByAnotherThan(this ProcedureState state, string by)
    {
        if (!state.IsCancellationAsked)
        {
            throw new NoCancellationIsAsked();
        }

        return state.Cancellation!.By == by
            ? throw new CancellationMustBeAgreedToByAnother()
            : state.Cancellation;
    }
}
