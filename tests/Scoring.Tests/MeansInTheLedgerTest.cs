using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;
using Assessment.Scoring.Ledger;
using Xunit;
using LedgerKey = Assessment.Scoring.Ledger.LedgerKey;

namespace Assessment.Scoring.Tests;

/// <summary>均值: the ledger keeps the sum and the count, and calculates with them.</summary>
public sealed class MeansInTheLedgerTest
{
    private static readonly Reporter Survey = new(
        Guid.CreateVersion7(),
        "survey",
        "满意度测评",
        DateTimeOffset.UnixEpoch,
        Version: 1
    );

    [Fact]
    public void MeanThatIsReported_IsTheExactValueOfTheFact()
    {
        var fact = Entry(Reported(new(485, 6))).ToFact();

        Assert.Equal(Rational.Of(485, 6), fact.Value.Number);
        Assert.Equal(new MeanParts(485, 6), fact.Value.Mean);
    }

    [Fact]
    public void ValueThatIsNoMean_IsTheNumber() =>
        Assert.Equal((FactValue)80.5m, Entry(Reported(null) with { Value = 80.5m }).ToFact().Value);

    [Fact]
    public void SameMeanOfOthers_IsANewEntry()
    {
        var entry = Entry(Reported(new(485, 6)));

        Assert.False(entry.DiffersFrom(Observed(Reported(new(485, 6)))));
        Assert.True(entry.DiffersFrom(Observed(Reported(new(970, 12)))));
        Assert.True(entry.DiffersFrom(Observed(Reported(null))));
    }

    [Fact]
    public void Withdrawal_KeepsWhatIsWithdrawn()
    {
        var withdrawn = LedgerChanges.Withdrawal(Survey, Entry(Reported(new(485, 6))));

        Assert.Equal((485m, 6m), (withdrawn.MeanSum, withdrawn.MeanCount));
    }

    private static ReportedFact Reported(ReportedMean? mean) =>
        new("satisfaction", "online", "H1", 485m / 6, 6, 100, []) { Mean = mean };

    private static Observation Observed(ReportedFact fact) => Observation.Of("a1", fact);

    private static LedgerEntry Entry(ReportedFact fact) =>
        Assert.Single(
            LedgerChanges.Additions(
                Survey,
                new Dictionary<LedgerKey, LedgerEntry>(),
                [Observed(fact)]
            )
        );
}
