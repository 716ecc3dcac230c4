using Assessment.Contracts;
using Assessment.Hotline.Rates;
using Assessment.Hotline.Tickets;
using Assessment.ServiceDefaults.Time;
using Xunit;

namespace Assessment.Hotline.Tests;

public sealed class AreaRatesTest
{
    private static readonly DateTimeOffset Due = ChinaTime.At(new DateTime(2024, 6, 10, 9, 30, 0));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Finished_MinutesFromTheLimit_IsDisposedUpToTheLimitItself(
        int minutes,
        bool disposed
    ) => Assert.Equal(disposed, Ticket("1", finished: Due.AddMinutes(minutes)).Disposed);

    [Fact]
    public void NotFinished_IsNotDisposed() =>
        Assert.False((Ticket("1") with { FinishedAt = null }).Disposed);

    [Fact]
    public void Rates_AreNotRounded()
    {
        var rates = AreaRates.Of([Ticket("1"), Ticket("2"), Ticket("3", solved: false)]);
        Assert.Equal(200m / 3, rates.Resolution);
    }

    [Fact]
    public void Rates_AreReportedAsSumAndCount_SoThatNothingIsCutOff()
    {
        var facts = AreaRates.Facts(
            "hotline",
            "tickets",
            [
                Ticket("1", satisfaction: Satisfaction.NotRated),
                Ticket("2"),
                Ticket("3", solved: false),
            ]
        );

        Assert.Equal(
            [
                ("hotline.disposal", new ReportedMean(300, 3)),
                ("hotline.resolution", new ReportedMean(200, 3)),
                ("hotline.satisfaction", new ReportedMean(200, 2)),
                ("tickets", null),
            ],
            facts.Select(fact => (fact.Item, fact.Mean))
        );
    }

    [Fact]
    public void SatisfactionWhereNoneIsRated_IsTheMeanOfNothing() =>
        Assert.Null(
            AreaRates
                .Facts("hotline", "tickets", [Ticket("1", satisfaction: Satisfaction.NotRated)])
                .Single(fact => fact.Item == "hotline.satisfaction")
                .Mean
        );

    [Theory]
    [InlineData(Satisfaction.Satisfied, 100)]
    [InlineData(Satisfaction.MostlySatisfied, 100)]
    [InlineData(Satisfaction.Neutral, 50)]
    [InlineData(Satisfaction.Dissatisfied, 50)]
    [InlineData(Satisfaction.NotRated, 100)]
    public void Satisfaction_OfARatedAndAnotherTicket_CountsRatedOnesOnly(
        Satisfaction other,
        int percent
    ) =>
        Assert.Equal(
            percent,
            AreaRates.Of([Ticket("1"), Ticket("2", satisfaction: other)]).Satisfaction
        );

    [Fact]
    public void Satisfaction_WhereNoneIsRated_IsOneHundred()
    {
        var rates = AreaRates.Of([Ticket("1", satisfaction: Satisfaction.NotRated)]);
        Assert.Equal(100m, rates.Satisfaction);
        Assert.Equal(0, rates.Rated);
    }

    [Fact]
    public void NoCountableTicket_HasTheNumberButNoRates()
    {
        var fact = Assert.Single(AreaRates.Facts("hotline", "handled", []));
        Assert.Equal("handled", fact.Item);
        Assert.Equal(0m, fact.Value);
    }

    [Fact]
    public void Evidence_NamesEveryTicketCalculatedWith_TheOnesThatLowerItFirst()
    {
        var facts = AreaRates
            .Facts(
                "hotline",
                "tickets",
                [
                    Ticket("3"),
                    Ticket("1", satisfaction: Satisfaction.NotRated),
                    Ticket("4", satisfaction: Satisfaction.Dissatisfied),
                    Ticket("2", solved: false),
                ]
            )
            .ToDictionary(fact => fact.Item);

        Assert.Equal(["1", "2", "3", "4"], facts["hotline.disposal"].Evidence);
        Assert.Equal(["2", "1", "3", "4"], facts["hotline.resolution"].Evidence);
        Assert.Equal(["4", "2", "3"], facts["hotline.satisfaction"].Evidence);
        Assert.Equal(3m, facts["hotline.satisfaction"].Count);
        Assert.Equal(["1", "2", "3", "4"], facts["tickets"].Evidence);
    }

    private static CountedTicket Ticket(
        string number,
        DateTimeOffset? finished = null,
        bool solved = true,
        Satisfaction satisfaction = Satisfaction.Satisfied
    ) => new(number, "a1", Due, finished ?? Due, solved, satisfaction);
}
