using Assessment.Engine.Language;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>Whether a step may be taken now. Decides on the state and the day alone.</summary>
internal static class Due
{
    /// <summary>The longest reason, remark or contact, in characters.</summary>
    public const int TextLength = 500;

    /// <returns>The state on that day.</returns>
    /// <exception cref="CycleMustBeFrozenFirst">Nothing is pinned.</exception>
    /// <exception cref="PublicityHasNotElapsed">A publicity has to run its whole time first.</exception>
    /// <exception cref="AnotherStepIsDue">It is not the step's turn.</exception>
    public static ProcedureState MustBeAt(
        this ProcedureState state,
        DateOnly today,
        params IReadOnlyList<ProcedureStepKind> kinds
    )
    {
        var now = state.On(today);
        if (now.Result is null)
        {
            throw new CycleMustBeFrozenFirst();
        }

        if (now.Due is not { } due)
        {
            throw new AllStepsAreTaken();
        }

        if (kinds.Contains(due.Kind))
        {
            return now;
        }

        throw now.Current is { } publicity
            ? new PublicityHasNotElapsed(publicity.Last)
            : new AnotherStepIsDue(due.Title);
    }

    /// <summary>The text without spaces around it.</summary>
    public static string ReasonOf(string? text) =>
        text?.Trim() is { Length: > 0 and <= TextLength } reason
            ? reason
            : throw new ReasonIsMissing(TextLength);
}
