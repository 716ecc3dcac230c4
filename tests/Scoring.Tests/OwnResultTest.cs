using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Acts;
using Assessment.Scoring.Results;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>From when on who is assessed sees the own result, by each scheme's procedure.</summary>
public sealed class OwnResultTest
{
    private const string Own = "a1";
    private static readonly DateOnly First = new(2024, 3, 5);

    [Fact]
    public void NamesThatArePublicised_ShowNobodyTheOwnResult_ButTheFeedbackDoes()
    {
        var procedure = CaseFiles.Scheme("gaojing-2024").Procedure!;
        var state = ProcedureState
            .Of(procedure, [new Frozen(1, "d", [])])
            .With(Publicity(step: 1, "优秀"));
        Assert.Null(state.OwnResultOf(Own, First));

        var final = Decided(state, step: 2, result: 2).With(new Finalized(3, 2, 1, "d"));
        Assert.Null(final.OwnResultOf(Own, First.AddDays(9)));
        var announced = final.With(new StepTaken(4, null));
        Assert.Null(announced.OwnResultOf(Own, First.AddDays(9)));
        Assert.Equal(2, announced.With(new StepTaken(5, null)).OwnResultOf(Own, First.AddDays(9)));
    }

    [Fact]
    public void ResultsThatArePublicised_AreSeenByWhoseTheyAre_FromTheFirstDayOn()
    {
        var procedure = CaseFiles.Scheme("danan-2017").Procedure!;
        var notice = Publicity(step: 1, grade: null);
        var state = ProcedureState.Of(procedure, [new Frozen(1, "d", [])]).With(notice);

        Assert.Null(state.OwnResultOf(Own, First.AddDays(-1)));
        Assert.Equal(1, state.OwnResultOf(Own, First));
        Assert.Null(state.OwnResultOf("a2", First));
        Assert.Null(
            state.With(new PublicityWithdrawn(notice.Notice, "有误")).OwnResultOf(Own, First)
        );

        // What was decided is not seen before it is publicised.
        var decided = Decided(state, step: 2, result: 2);
        Assert.Equal(1, decided.OwnResultOf(Own, First.AddDays(9)));
        Assert.Equal(
            2,
            decided.With(new Finalized(4, 2, 1, "d")).OwnResultOf(Own, First.AddDays(9))
        );
    }

    [Fact]
    public void WithoutPublicityAndFeedback_TheFinalResultIsSeen()
    {
        var procedure = CaseFiles.Scheme("jiuting-2025").Procedure!;
        var decided = Decided(
            ProcedureState.Of(procedure, [new Frozen(1, "d", []), new StepTaken(1, null)]),
            step: 2,
            result: 2
        );

        Assert.Null(decided.OwnResultOf(Own, First));
        Assert.Equal(2, decided.With(new Finalized(3, 2, 1, "d")).OwnResultOf(Own, First));
    }

    private static PublicityScheduled Publicity(int step, string? grade) =>
        new(
            step,
            Guid.NewGuid(),
            First,
            First.AddDays(2),
            "党建办",
            Result: 1,
            [new NoticeLine(Own, "甲居民区", Standing.Areas, null, grade, "A", 90, 1, Own)]
        );

    private static ProcedureState Decided(ProcedureState state, int step, int result) =>
        state.With(new Decided(step, new Meeting(First, "党委", "全体", null), [], [], result));
}
