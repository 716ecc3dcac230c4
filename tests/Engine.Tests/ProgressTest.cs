using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

public sealed class ProgressTest
{
    private static TownshipFacts WithYears(
        decimal tickets,
        decimal previousTickets,
        decimal previousSatisfaction
    ) =>
        new TownshipFacts(1)
            .Set("a01", "tickets", tickets)
            .Set("a01", "previous.tickets", previousTickets)
            .Set("a01", "previous.satisfaction", previousSatisfaction);

    [Theory]
    [InlineData(50, 100, 70, 30)] // half of 50 percent, half of 10 points
    [InlineData(100, 50, 80, -50)]
    [InlineData(53, 89, 80, 20.22)] // 20.2247…
    public void Progress_IsHalfTheFallOfTicketsAndHalfTheRiseOfSatisfaction(
        decimal tickets,
        decimal previous,
        decimal satisfaction,
        decimal expected
    ) =>
        Assert.Equal(expected, WithYears(tickets, previous, satisfaction).EvaluateArea(1).Progress);

    [Theory]
    [InlineData("tickets", "工单数")]
    [InlineData("previous.tickets", "上年工单数")]
    [InlineData("previous.satisfaction", "上年群众满意度")]
    public void Progress_WithOneFactAbsent_IsNoneAndSaysWhichFact(string absent, string title)
    {
        var result = WithYears(50, 100, 70).Remove("a01", absent).Evaluate();

        Assert.Null(result.Areas[0].Progress);
        Assert.Equal(
            $"缺少{title}，无法计算",
            ItemsTest.Node(result.Explain("a01"), "progress").Arithmetic
        );
        Assert.NotNull(result.Areas[0].Total);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Progress_WithNoTicketsTheYearBefore_IsNoneAndSaysWhy()
    {
        var result = WithYears(5, 0, 70).Evaluate();

        Assert.Null(result.Areas[0].Progress);
        Assert.Equal(
            "上年工单数为 0，无法计算",
            ItemsTest.Node(result.Explain("a01"), "progress").Arithmetic
        );
    }

    [Fact]
    public void Progress_IsNotInTheTotal() =>
        Assert.Equal(
            new TownshipFacts(1).EvaluateArea(1).Total,
            WithYears(0, 100, 0).EvaluateArea(1).Total
        );
}
