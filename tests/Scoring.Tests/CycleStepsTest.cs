using Assessment.Scoring.Cycles;
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
    [InlineData(CycleState.Published)]
    public void StartScoring_AfterThat_IsRefused(CycleState state) =>
        Assert.Throws<CycleMustBeOpen>(() => state.StartScoring());

    [Fact]
    public void DepartmentScore_BeforeScoring_IsRefused() =>
        Assert.Throws<ScoringMustHaveBegun>(() => CycleState.Open.AdmitDepartmentScores());

    [Theory]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    public void DepartmentScore_UntilPublication_IsAccessLevel(CycleState state) =>
        state.AdmitDepartmentScores();

    [Theory]
    [InlineData(CycleState.Open)]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    public void Entry_UntilPublication_IsAccessLevel(CycleState state) => state.AdmitEntries();

    [Fact]
    public void Entry_AfterPublication_IsRefused()
    {
        Assert.Throws<CycleIsPublished>(() => CycleState.Published.AdmitEntries());
        Assert.Throws<CycleIsPublished>(() => CycleState.Published.AdmitDepartmentScores());
    }

    [Theory]
    [InlineData(CycleState.Scoring)]
    [InlineData(CycleState.Calculated)]
    public void Calculation_TakesTheCycleBackToScoring(CycleState state) =>
        Assert.Equal(CycleState.Scoring, state.AskForCalculation());

    [Fact]
    public void Calculation_BeforeScoringOrAfterPublication_IsRefused()
    {
        Assert.Throws<ScoringMustHaveBegun>(() => CycleState.Open.AskForCalculation());
        Assert.Throws<CycleIsPublished>(() => CycleState.Published.AskForCalculation());
    }

    [Fact]
    public void Publishing_NeedsResults_AndHappensOnce()
    {
        Assert.Equal(CycleState.Published, CycleState.Calculated.Publish());
        Assert.Throws<ResultsMustBeCalculatedBeforePublishing>(() => CycleState.Open.Publish());
        Assert.Throws<ResultsMustBeCalculatedBeforePublishing>(() => CycleState.Scoring.Publish());
        Assert.Throws<CycleIsPublished>(() => CycleState.Published.Publish());
    }
}
