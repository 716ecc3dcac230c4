using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Xunit;

namespace Assessment.Scoring.Tests;

public sealed class CycleStepsTest
{
    [Fact]
    public void StartScoring_OfAnOpenCycle_LetsDepartmentsScore() =>
        Assert.Equal(CycleState.Scoring, CycleState.Open.StartScoring());

    [Theory]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    [InlineData(CycleState.Frozen)]
    public void StartScoring_AfterThat_IsRefused(CycleState state) =>
        Assert.Throws<CycleMustBeOpen>(() => state.StartScoring());

    [Fact]
    public void DepartmentScore_BeforeScoring_IsRefused() =>
        Assert.Throws<ScoringMustHaveBegun>(() => CycleState.Open.AdmitDepartmentScores());

    [Theory]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    public void DepartmentScore_UntilTheFreezing_IsAdmitted(CycleState state) =>
        state.AdmitDepartmentScores();

    [Theory]
    [InlineData(CycleState.Open)]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    public void Entry_UntilTheFreezing_IsAdmitted(CycleState state) => state.AdmitEntries();

    [Fact]
    public void Entry_AfterTheFreezing_IsRefused()
    {
        Assert.Throws<CycleIsFrozen>(() => CycleState.Frozen.AdmitEntries());
        Assert.Throws<CycleIsFrozen>(() => CycleState.Frozen.AdmitDepartmentScores());
        Assert.Throws<CycleIsFinal>(() => CycleState.Final.AdmitEntries());
    }

    [Theory]
    [InlineData(CycleState.Open)]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    [InlineData(CycleState.Frozen)]
    public void Cancelling_BeforeTheFinalResult_IsAdmitted(CycleState state) =>
        Assert.Equal(CycleState.Cancelled, state.Cancel());

    [Fact]
    public void Cancelling_OfAFinalCycle_IsRefused() =>
        Assert.Throws<CycleIsFinal>(() => CycleState.Final.Cancel());

    [Fact]
    public void CancelledCycle_AdmitsNothing()
    {
        Assert.Throws<CycleIsCancelled>(() => CycleState.Cancelled.StartScoring());
        Assert.Throws<CycleIsCancelled>(() => CycleState.Cancelled.AdmitEntries());
        Assert.Throws<CycleIsCancelled>(() => CycleState.Cancelled.AdmitDepartmentScores());
        Assert.Throws<CycleIsCancelled>(() => CycleState.Cancelled.AskForCalculation());
        Assert.Throws<CycleIsCancelled>(() => CycleState.Cancelled.Freeze());
        Assert.Throws<CycleIsCancelled>(() => CycleState.Cancelled.Cancel());
        Assert.False(CycleState.Cancelled.IsPinned());
    }

    [Theory]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    public void Calculation_TakesTheCycleBackToScoring(CycleState state) =>
        Assert.Equal(CycleState.Scoring, state.AskForCalculation());

    [Fact]
    public void Calculation_BeforeScoringOrAfterTheFreezing_IsRefused()
    {
        Assert.Throws<ScoringMustHaveBegun>(() => CycleState.Open.AskForCalculation());
        Assert.Throws<CycleIsFrozen>(() => CycleState.Frozen.AskForCalculation());
    }

    [Fact]
    public void Freezing_NeedsResults_AndHappensOnce()
    {
        Assert.Equal(CycleState.Frozen, CycleState.Calculated.Freeze());
        Assert.Throws<ResultsMustBeCalculatedBeforeFreezing>(() => CycleState.Open.Freeze());
        Assert.Throws<ResultsMustBeCalculatedBeforeFreezing>(() => CycleState.Scoring.Freeze());
        Assert.Throws<CycleIsFrozen>(() => CycleState.Frozen.Freeze());
    }
}
