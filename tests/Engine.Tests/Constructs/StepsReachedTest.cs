namespace Assessment.Engine.Tests.Constructs;

/// <summary>Steps that no figure comes to are a mistake, as far as it is known which figures there can be.</summary>
public sealed class StepsReachedTest
{
    private const string Rated = "{fact: rated, absent: 0}";

    [Theory]
    [InlineData(Rated, "0", null)]
    [InlineData(Rated, "9.9", null)]
    [InlineData(Rated, "-0.1", "用不到这一级：数值不会小于 0")]
    [InlineData(Rated, "-2 -1", "用不到这一级：数值不会小于 0；用不到这一级：数值不会小于 0")]
    [InlineData(
        Rated,
        "5 10",
        "用不到“otherwise”：最后一级已到数值的上限 10，可以把最后一级改写为“otherwise”"
    )]
    [InlineData(
        Rated,
        "5 11",
        "用不到“otherwise”：最后一级已到数值的上限 10，可以把最后一级改写为“otherwise”"
    )]
    [InlineData(Rated, "10 12", "用不到这一级：前一级已到数值的上限 10")]
    [InlineData(Rated, "11 12", "用不到这一级：前一级已到数值的上限 10")]
    [InlineData("{fact: rated, figure: count, absent: 0}", "0", null)]
    [InlineData("{fact: rated, figure: count, absent: 0}", "10 12", null)]
    [InlineData("{fact: rated, figure: eligible, absent: 0}", "-1", "用不到这一级：数值不会小于 0")]
    [InlineData("{meanOf: named, absent: 0}", "0 7", null)]
    [InlineData("{meanOf: named, absent: 0}", "-1", "用不到这一级：数值不会小于 0")]
    [InlineData(
        "{meanOf: named, absent: 0}",
        "5 8",
        "用不到“otherwise”：最后一级已到数值的上限 8，可以把最后一级改写为“otherwise”"
    )]
    [InlineData("{rank: shown}", "1 100", null)]
    [InlineData("{rank: shown}", "0", "用不到这一级：数值不会小于 1")]
    [InlineData("{fact: done, absent: 0}", "-5 1000", null)]
    public void Step_IsRefusedWhereNoFigureComesToIt(string of, string limits, string? problem)
    {
        var steps = limits.Split(' ').Select((limit, i) => $"{{to: {limit}, value: {i}}}");
        var problems = new ExampleScheme
        {
            Facts = """
                rated: {title: 评价, range: {from: 0, to: 10}, reportedBy: office}
                named: {title: 评议, range: {from: 0, to: 8}, by: any, reportedBy: office}
                """,
            Measures = $$"""
                - {id: shown, title: 备查, value: {{Rated}}, clause: 一, quote: 一}
                - {id: others, title: 其他, value: {product: [{meanOf: named, absent: 0}, {fact: done, absent: 0}]}, clause: 一, quote: 一}
                """,
            Value = $"{{steps: {of}, through: [{string.Join(", ", steps)}], otherwise: 9}}",
        }.Problems();

        Assert.All(problems, one => Assert.Equal("unreachable", one.Code));
        Assert.Equal(problem ?? "", string.Join('；', problems.Select(one => one.Message)));
    }
}
