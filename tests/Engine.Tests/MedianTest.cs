using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

/// <summary>中位数: the middle one in order, of an even number the mean of the two in the middle.</summary>
public sealed class MedianTest
{
    private static readonly ExampleScheme Scheme = new()
    {
        Facts =
            "late: {title: 逾期件数, unit: 件, reportedBy: office}\nthird: {title: 第三方评分, unit: 件, reportedBy: office}",
        Value =
            "{median: [{fact: done, absent: missing}, {fact: late, absent: excluded}, {fact: third, absent: excluded}]}",
    };

    [Theory]
    [InlineData(9, 1, 5, 5, "中位数(9，1，5) = 5")]
    [InlineData(1, 5, 9, 5, "中位数(1，5，9) = 5")]
    [InlineData(5, 5, 1, 5, "中位数(5，5，1) = 5")]
    [InlineData(4, 7, null, 5.5, "中位数(4，7) = 5.5")]
    [InlineData(4, null, null, 4, "中位数(4) = 4")]
    public void ValuesInAnyOrder_GiveTheMiddleOne(
        int done,
        int? late,
        int? third,
        double expected,
        string line
    )
    {
        var result = ExampleScheme.Evaluate(
            Scheme.Read(),
            [.. Given(("done", done), ("late", late), ("third", third))]
        );

        var item = result.Explain("a01").Children[0].Children.Single(child => child.Id == "work");
        Assert.Equal((decimal)expected, item.Value);
        Assert.Equal(line, item.Arithmetic);
        Assert.Equal(Operation.Median, item.Calculation!.Operation);
    }

    [Fact]
    public void FactThatMustBeThere_LeavesNoValue()
    {
        var result = ExampleScheme.Evaluate(Scheme.Read(), [.. Given(("late", 3))]);

        Assert.Null(result.Areas[0].Total);
    }

    [Fact]
    public void Rule_NamesTheParts() =>
        Assert.Contains(
            "中位数(办结件数，逾期件数，第三方评分)",
            ExampleScheme
                .Evaluate(Scheme.Read(), [.. Given(("done", 3))])
                .Explain("a01")
                .Children[0]
                .Children[0]
                .Rule,
            StringComparison.Ordinal
        );

    private static IEnumerable<Fact> Given(params (string Item, int? Value)[] facts) =>
        from fact in facts
        where fact.Value is not null
        select new Fact("a01", fact.Item, fact.Value ?? 0);
}
