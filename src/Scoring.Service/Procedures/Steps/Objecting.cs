using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Procedures.Objections;

namespace Assessment.Scoring.Procedures.Steps;

/// <summary>异议: received → accepted → looked into → upheld or refused → answered. The deadlines are chosen; no document has any.</summary>
public static class Objecting
{
    /// <summary>Calendar days within which an objection is accepted.</summary>
    public const int DaysToAccept = 3;

    /// <summary>Calendar days within which it is looked into.</summary>
    public const int DaysToLookInto = 10;

    /// <summary>Calendar days within which it is upheld or refused, and then answered.</summary>
    public const int DaysToAnswer = 5;

    /// <exception cref="CycleMustBeFrozenFirst">Before that whatever is wrong is just put right.</exception>
    /// <exception cref="ObjectionsEndWithTheFinalResult">What is wrong with a final result is corrected.</exception>
    /// <exception cref="ObjectionMustBeAboutSomebodyAssessed">There is no such area or person in the result.</exception>
    public static ObjectionReceived Receive(
        this ProcedureState state,
        DateOnly today,
        Guid objection,
        ObjectionMatter matter,
        string subject,
        IReadOnlyList<Standing> standings
    )
    {
        if (state.Result is null)
        {
            throw new CycleMustBeFrozenFirst();
        }

        if (state.IsFinal)
        {
            throw new ObjectionsEndWithTheFinalResult();
        }

        return standings.Any(one => one.Subject == subject)
            ? new ObjectionReceived(
                state.Objections.Count + 1,
                objection,
                matter,
                subject,
                today.AddDays(DaysToAccept)
            )
            : throw new ObjectionMustBeAboutSomebodyAssessed();
    }

    /// <param name="looksInto">User name.</param>
    /// <param name="givers">User names of who gave the scores in dispute.</param>
    public static ObjectionAccepted Accept(
        this ProcedureState state,
        DateOnly today,
        int number,
        string? looksInto,
        IReadOnlySet<string> givers
    )
    {
        state.MustBe(number, ObjectionStage.Received);
        if (looksInto?.Trim() is not { Length: > 0 and <= Due.TextLength } who)
        {
            throw new SomebodyMustLookIntoTheObjection();
        }

        return givers.Contains(who)
            ? throw new WhoGaveTheScoreMustNotJudgeIt(who)
            : new ObjectionAccepted(number, who, today.AddDays(DaysToLookInto));
    }

    /// <param name="by">User name of who was named for it.</param>
    public static ObjectionLookedInto LookInto(
        this ProcedureState state,
        DateOnly today,
        int number,
        string by,
        string? found
    ) =>
        state.MustBe(number, ObjectionStage.Accepted).LooksInto == by
            ? new ObjectionLookedInto(number, Due.ReasonOf(found), today.AddDays(DaysToAnswer))
            : throw new AnotherLooksIntoTheObjection();

    /// <param name="change">What follows from it.</param>
    /// <exception cref="UpheldObjectionMustChangeSomething">Neither a fact nor a grade.</exception>
    public static ObjectionUpheld Uphold(
        this ProcedureState state,
        DateOnly today,
        int number,
        string by,
        IReadOnlySet<string> givers,
        string? reason,
        Change change
    )
    {
        var objection = state.MustBeJudgedBy(number, by, givers);
        if (objection.IsAboutFacts ? change.TakenUp.Count == 0 : change.Grades.Count == 0)
        {
            throw objection.IsAboutFacts
                ? new ObjectionAboutFactsMustCorrectOne()
                : new ObjectionAboutConductMustNameTheGrade();
        }

        return new ObjectionUpheld(
            number,
            Due.ReasonOf(reason),
            Changing.Consequence(state, today, change),
            today.AddDays(DaysToAnswer)
        );
    }

    public static ObjectionRefused Refuse(
        this ProcedureState state,
        DateOnly today,
        int number,
        string by,
        IReadOnlySet<string> givers,
        string? reason
    )
    {
        state.MustBeJudgedBy(number, by, givers);
        return new ObjectionRefused(number, Due.ReasonOf(reason), today.AddDays(DaysToAnswer));
    }

    public static ObjectionAnswered Answer(this ProcedureState state, int number, string? answer)
    {
        state.MustBe(number, ObjectionStage.Upheld, ObjectionStage.Refused);
        return new ObjectionAnswered(number, Due.ReasonOf(answer));
    }

    public static ObjectionWithdrawn WithdrawObjection(this ProcedureState state, int number)
    {
        state.MustBe(
            number,
            ObjectionStage.Received,
            ObjectionStage.Accepted,
            ObjectionStage.LookedInto
        );
        return new ObjectionWithdrawn(number);
    }

    /// <summary>Nothing is decided or signed while somebody waits to hear whether an objection holds.</summary>
    internal static void MustHaveNoOpenObjections(this ProcedureState state)
    {
        var open = state.Objections.Values.Where(one => one.IsOpen).ToList();
        if (open.Count > 0)
        {
            throw new ObjectionsMustBeJudgedFirst(
                string.Join("、", open.Select(one => one.Number))
            );
        }
    }

    private static ObjectionStanding MustBeJudgedBy(
        this ProcedureState state,
        int number,
        string by,
        IReadOnlySet<string> givers
    )
    {
        var objection = state.MustBe(number, ObjectionStage.LookedInto);
        return givers.Contains(by) ? throw new WhoGaveTheScoreMustNotJudgeIt(by) : objection;
    }

    private static ObjectionStanding MustBe(
        this ProcedureState state,
        int number,
        params IReadOnlyList<ObjectionStage> stages
    )
    {
        var objection =
            state.Objections.GetValueOrDefault(number) ?? throw new ObjectionIsUnknown(number);
        return stages.Contains(objection.Stage)
            ? objection
            : throw new ObjectionIsAtAnotherStage(number);
    }
}
