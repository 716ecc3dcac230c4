using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

/// <summary>An item that gives more than its points or less than nothing is a finding; the number stays.</summary>
public sealed class ItemBoundsTest
{
    private const string Honour =
        "honour: {title: 表彰, each: 2, clause: 一, quote: 一}\nfault: {title: 通报, each: 4, clause: 一, quote: 一}";

    private static readonly AssessmentEvent Praise = new("e1", "a01", "honour");
    private static readonly AssessmentEvent Blame = new("e2", "a01", "fault");

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void ItemAboveItsPoints_IsFound(int done, bool found)
    {
        var result = new ExampleScheme { Value = "{fact: done, absent: missing}" }.Evaluate(
            new Fact("a01", "done", done)
        );

        Assert.Equal(done, result.Areas[0].Total);
        Assert.Equal(
            found ? [("item.outOfRange", "a01", "work")] : [],
            result.Findings.Select(one => (one.Code, one.Subject, one.Detail))
        );
    }

    /// <summary>With so many decimals that what is printed is outside as well.</summary>
    [Theory]
    [InlineData("10.5", "“工作”得 10.5 分，超过分值 10 分")]
    [InlineData("10.00005", "“工作”得 10.0001 分，超过分值 10 分")]
    [InlineData("10.00004", "“工作”得 10.00004 分，超过分值 10 分")]
    [InlineData("10.0000001", "“工作”得 10.0000001 分，超过分值 10 分")]
    [InlineData("-0.00001", "“工作”得 -0.00001 分，低于 0 分")]
    public void NumberCloseToTheBound_IsPrintedBeyondIt(string value, string message)
    {
        var result = new ExampleScheme
        {
            Value = $"{{sum: [{{product: [0, {{fact: done, absent: missing}}]}}, {value}]}}",
        }.Evaluate(new Fact("a01", "done", 1));

        Assert.Equal([message], result.Findings.Select(one => one.Message));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void ItemBelowNothing_IsFound(int done, bool found)
    {
        var result = new ExampleScheme
        {
            Value = "{difference: [10, {fact: done, absent: missing}]}",
        }.Evaluate(new Fact("a01", "done", done));

        Assert.Equal(found ? ["work"] : [], result.Findings.Select(one => one.Detail));
    }

    [Theory]
    [InlineData(8, true, false, false)]
    [InlineData(10, true, false, false)]
    [InlineData(11, true, false, true)]
    [InlineData(0, false, true, false)]
    public void BonusAndDeductionInTheItem_MayLeaveItsPoints(
        int done,
        bool praised,
        bool blamed,
        bool found
    )
    {
        var scheme = new ExampleScheme
        {
            Events = Honour,
            Parameters = "each: {title: 每件得分, value: 1, unit: 分, clause: 一, quote: 一}",
            Value =
                "{difference: [{sum: [{product: [each, {fact: done, absent: missing}]}, bonus]}, deduction]}",
            More =
                "bonus: {title: 加分, value: {events: [honour]}, clause: 一, quote: 一}\ndeduction: {title: 减分, value: {events: [fault]}, clause: 一, quote: 一}",
        }.Read();

        var result = ExampleScheme.Evaluate(
            scheme,
            [new("a01", "done", done)],
            events:
            [
                .. praised ? [Praise] : Array.Empty<AssessmentEvent>(),
                .. blamed ? [Blame] : Array.Empty<AssessmentEvent>(),
            ]
        );

        Assert.Equal(done + (praised ? 2 : 0) - (blamed ? 4 : 0), result.Areas[0].Total);
        Assert.Equal(found ? ["work"] : [], result.Findings.Select(one => one.Detail));
    }
}
