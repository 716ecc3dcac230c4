using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>An item that an event makes count 0, whatever the facts would give or lack.</summary>
public sealed class VoidedInWordsTest
{
    [Theory]
    [InlineData("falsified", null, "虚报（出处 一）→ 0", "虚报", "虚报")]
    [InlineData("forged", "grave", "造假（情节严重，出处 一）→ 0", "造假，情节严重", "情节严重")]
    public void Item_CountsNothingAndSaysWhy(
        string rule,
        string? level,
        string line,
        string eventRule,
        string eventLine
    )
    {
        var result = ExampleScheme.Evaluate(
            Scheme.Read(),
            [],
            events: [new("e1", "a01", rule) { Item = "work", Level = level }]
        );

        Assert.Equal(0, result.Areas[0].Total);
        Assert.Empty(result.Findings);
        var item = ItemsTest.Node(result.Explain("a01"), "work");
        Assert.Equal(
            (0m, line, "e1=0"),
            (item.Value, item.Arithmetic, WrittenCalculation.Of(item.Calculation))
        );
        Assert.Equal("取小(10，办结件数)（虚报、造假的计 0）", item.Rule);
        var step = Assert.Single(item.Children);
        Assert.Equal(("e1", eventRule, eventLine), (step.Id, step.Rule, step.Arithmetic));
        Assert.Null(step.Calculation);
    }

    [Fact]
    public void ItemWithoutSuchAnEvent_IsCalculated()
    {
        var item = ItemsTest.Node(
            ExampleScheme.Evaluate(Scheme.Read(), [new("a01", "done", 5)]).Explain("a01"),
            "work"
        );

        Assert.Equal(("取小(10，5) = 5", 0), (item.Arithmetic, item.Children.Count));
    }

    private static ExampleScheme Scheme =>
        new()
        {
            Events = """
                falsified: {title: 虚报, mark: voidsItem, clause: 一, quote: 一}
                forged: {title: 造假, mark: voidsItem, levels: {grave: {title: 情节严重}, slight: {title: 情节较轻}}, clause: 一, quote: 一}
                """,
        };
}
