using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>Two events of one rule by themselves, for each way in which they are not simply added.</summary>
public sealed class EventsOfOneRuleTest
{
    private const string Levels =
        "levels: {first: {title: 一等, points: 3}, second: {title: 二等, points: 1}}";

    [Theory]
    [InlineData("", 2)]
    [InlineData("once: true,", 1)]
    [InlineData("best: work,", 1)]
    [InlineData("raise: {perAward: 2},", 6)]
    [InlineData("raise: {perAward: 3},", 2)]
    [InlineData("raise: {perAward: 2}, once: true,", 3)]
    public void Events_CountAsTheRuleSays(string how, decimal bonus)
    {
        var result = ExampleScheme.Evaluate(
            new ExampleScheme
            {
                Events = $"honour: {{title: 表彰, {Levels}, {how} clause: 一, quote: 一}}",
                More = "bonus: {title: 加分, value: {events: [honour]}, clause: 一, quote: 一}",
                Total = "{sum: [work, bonus]}",
            }.Read(),
            [new("a01", "done", 5)],
            events: [Honour("e1", "甲"), Honour("e2", "乙")]
        );

        Assert.Equal((bonus, 5 + bonus), (result.Areas[0].Bonus, result.Areas[0].Total));
    }

    private static AssessmentEvent Honour(string id, string holder) =>
        new(id, "a01", "honour")
        {
            Level = "second",
            Work = "共建",
            Award = "先进",
            Holder = holder,
        };
}
