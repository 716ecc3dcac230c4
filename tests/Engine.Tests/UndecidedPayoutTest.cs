using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Payouts;

namespace Assessment.Engine.Tests;

/// <summary>An amount whose condition cannot be decided is not said, rather than another one.</summary>
public sealed class UndecidedPayoutTest
{
    private static readonly Scheme Paying = new ExampleScheme
    {
        Rest = """
            posts: {worker: 社工}
            postings: {monthOn: 15, assessed: longest, ties: later, paid: assessed, clause: 一, quote: 一}
            payout:
              amounts:
                - {id: short, title: 任职较短, when: {value: {attribute: months, absent: excluded}, below: 6}, amount: 1000, clause: 一, quote: 一}
                - {id: whole, title: 其余, amount: 4000, clause: 一, quote: 一}
            """,
    }.Read();

    private static PayoutLines Pay(int? months) =>
        PayoutCalculator.Calculate(
            Paying,
            new([new("a01", "一居", 8m, 1, "合格", null)]),
            [new("p01", "a01", "某人", "worker") { Months = months }]
        );

    [Theory]
    [InlineData(5, 1000)]
    [InlineData(6, 4000)]
    [InlineData(7, 4000)]
    [InlineData(null, null)]
    public void Amount_IsSaidWhereItsConditionIsDecided(int? months, int? amount) =>
        Assert.Equal(amount, (int?)Pay(months).Lines[0].Amount?.Yuan);

    [Fact]
    public void Explanation_SaysWhatCannotBeDecided()
    {
        var node = Pay(null).Explain("p01");

        Assert.Null(node.Value);
        Assert.Equal("short", Pay(null).Lines[0].Role);
        Assert.Equal("不能判断", Assert.Single(node.Children, child => child.Id == "when").Value);
    }
}
