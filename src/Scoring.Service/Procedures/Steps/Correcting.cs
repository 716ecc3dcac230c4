using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>更正 of a final result: opened with a reason, made, decided by the same body, signed again.</summary>
public static class Correcting
{
    /// <exception cref="OnlyAFinalResultIsCorrected">It is not final yet.</exception>
    /// <exception cref="CorrectionIsUnderWay">There is one already.</exception>
    public static CorrectionOpened OpenCorrection(this ProcedureState state, string? reason) =>
        state.IsCorrecting ? throw new CorrectionIsUnderWay()
        : state.IsFinal ? new CorrectionOpened(Due.ReasonOf(reason))
        : throw new OnlyAFinalResultIsCorrected();

    /// <exception cref="CorrectionMustChangeSomething">Neither a fact nor a grade.</exception>
    public static CorrectionMade Correct(
        this ProcedureState state,
        DateOnly today,
        string? reason,
        Change change
    )
    {
        state.MustBeCorrecting();
        return change.TakenUp.Count + change.Grades.Count == 0
            ? throw new CorrectionMustChangeSomething()
            : new CorrectionMade(Due.ReasonOf(reason), Changing.Consequence(state, today, change));
    }

    /// <exception cref="CorrectionIsMadeAlready">What was corrected is to be decided now.</exception>
    public static CorrectionAbandoned AbandonCorrection(this ProcedureState state, string? reason)
    {
        state.MustBeCorrecting();
        return state.IsFinal
            ? new CorrectionAbandoned(Due.ReasonOf(reason))
            : throw new CorrectionIsMadeAlready();
    }

    private static void MustBeCorrecting(this ProcedureState state)
    {
        if (!state.IsCorrecting)
        {
            throw new NoCorrectionIsUnderWay();
        }
    }
}
