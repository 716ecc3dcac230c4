using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Acts;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>公示</summary>
public static class Publicising
{
    /// <summary>
    /// The first day on which a notice can count: the day on which it is posted does not (民法典第二百零一条), so that each
    /// day is a whole one.
    /// </summary>
    public static DateOnly Earliest(DateOnly today) => today.AddDays(1);

    /// <param name="standings">As proposed, or as decided.</param>
    /// <param name="last">The last day of a notice that begins on that day.</param>
    /// <exception cref="PublicityIsScheduledAlready">There is one that has not been withdrawn.</exception>
    /// <exception cref="NobodyHasToBePublicised">The step can be passed over.</exception>
    public static PublicityScheduled Schedule(
        this ProcedureState state,
        DateOnly today,
        Guid notice,
        DateOnly first,
        Func<DateOnly, DateOnly> last,
        string? contact,
        IReadOnlyList<Standing> standings
    )
    {
        var now = state.MustBeAt(today, ProcedureStepKind.Publicise);
        if (now.Current is { } already)
        {
            throw new PublicityIsScheduledAlready(already.First, already.Last);
        }

        if (first < Earliest(today))
        {
            throw new PublicityMustBeginLater(Earliest(today));
        }

        if (contact?.Trim() is not { Length: > 0 and <= Due.TextLength } whom)
        {
            throw new NoticeNeedsAContact(Due.TextLength);
        }

        var lines = now.Uncovered(now.Position, standings)
            .Select(one => one.On(now.Due!.Notice!))
            .ToList();
        return lines.Count == 0
            ? throw new NobodyHasToBePublicised()
            : new PublicityScheduled(
                now.Position,
                notice,
                first,
                last(first),
                whom,
                now.Result!.Value,
                lines
            );
    }

    /// <summary>A notice that was wrong; another takes its place and runs the whole time.</summary>
    public static PublicityWithdrawn Withdraw(
        this ProcedureState state,
        DateOnly today,
        string? reason
    ) =>
        state.MustBeAt(today, ProcedureStepKind.Publicise).Current is { } publicity
            ? new PublicityWithdrawn(publicity.Notice, Due.ReasonOf(reason))
            : throw new AnotherStepIsDue(state.Due!.Title);

    /// <summary>A rehearsal's publicity counts as over. Of a real one nobody can say that.</summary>
    /// <exception cref="OnlyARehearsalsPeriodElapses">The cycle is no rehearsal.</exception>
    public static PeriodElapsed Elapse(
        this ProcedureState state,
        DateOnly today,
        bool isRehearsal
    ) =>
        !isRehearsal ? throw new OnlyARehearsalsPeriodElapses()
        : state.MustBeAt(today, ProcedureStepKind.Publicise).Current is { } publicity
            ? new PeriodElapsed(publicity.Notice, today)
        : throw new AnotherStepIsDue(state.Due!.Title);

    /// <summary>Whom the step at that position has to show and has not, as they now stand, for the whole time.</summary>
    public static IEnumerable<Standing> Uncovered(
        this ProcedureState state,
        int step,
        IReadOnlyList<Standing> standings
    )
    {
        var rule = state.Procedure.Steps[step];
        var shown = state
            .Publicities.Where(one => one.Step == step)
            .SelectMany(one => one.Lines)
            .Select(line => (line.Subject, line.Grade, line.Tier))
            .ToHashSet();
        return standings.Where(one =>
            one.IsShownBy(rule) && !shown.Contains((one.Subject, one.Grade, one.Tier))
        );
    }

    /// <summary>The first publicity before the decision that has to be repeated for what now stands; null where none has to.</summary>
    /// <remarks>What is publicised after the decision anyway need not be before it.</remarks>
    public static int? FirstUncovered(
        this ProcedureState state,
        IReadOnlyList<Standing> standings
    ) => state.FirstUncovered(state.Position, standings);

    /// <param name="before">Position of the step that is to be taken.</param>
    internal static int? FirstUncovered(
        this ProcedureState state,
        int before,
        IReadOnlyList<Standing> standings
    )
    {
        var steps = state.Procedure.Steps;
        foreach (var step in Enumerable.Range(0, before))
        {
            if (
                steps[step].Kind == ProcedureStepKind.Publicise
                && state
                    .Uncovered(step, standings)
                    .Any(one => !steps.Skip(before).Any(IsLaterShown(one)))
            )
            {
                return step;
            }
        }

        return null;
    }

    private static Func<ProcedureStep, bool> IsLaterShown(Standing standing) =>
        later => later.Kind == ProcedureStepKind.Publicise && standing.IsShownBy(later);
}
