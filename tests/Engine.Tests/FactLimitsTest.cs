using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Tests;

/// <summary>What numbers of facts can be, where the scheme says it and where it does not.</summary>
public sealed class FactLimitsTest
{
    private static string? Problem(string declared, FactValue value, decimal? count = null)
    {
        var scheme = new ExampleScheme
        {
            Facts = $"seen: {declared[..^1]}, reportedBy: office}}",
            More =
                "progress: {title: 备查, value: {fact: seen, absent: excluded}, clause: 一, quote: 一}",
        };
        return
            Record.Exception(() =>
                scheme.Evaluate(
                    new Fact("a01", "done", 5),
                    new("a01", "seen", value, Count: count, Eligible: count)
                )
            )
                is { } exception
            ? Assert.IsType<FactSetException>(exception).Code
            : null;
    }

    [Theory]
    [InlineData("{title: 件数, unit: 件}")]
    [InlineData("{title: 次数}")]
    [InlineData("{title: 户数, unit: 户, range: {from: 0, to: 20}}")]
    public void Count_IsWholeAndNotNegative(string declared)
    {
        Assert.Equal(
            ["fact-out-of-range", null, "fact-off-step", null],
            new[] { -1m, 0m, 1.5m, 2m }.Select(value => Problem(declared, value))
        );
        Assert.Equal("fact-off-step", Problem(declared, (Rational)7 / 2));
        Assert.Null(Problem(declared, new MeanParts(7, 2)));
    }

    [Theory]
    [InlineData("{title: 面积, unit: 亩}")]
    [InlineData("{title: 金额, unit: 万元}")]
    [InlineData("{title: 比率, unit: \"%\"}")]
    public void WhatIsNotCounted_NeedsNotBeWholeAndIsNotNegative(string declared) =>
        Assert.Equal(
            ["fact-out-of-range", null, null],
            new[] { -0.5m, 0m, 1.5m }.Select(value => Problem(declared, value))
        );

    [Theory]
    [InlineData("{title: 件数, unit: 件, step: 0.5}", 1.5)]
    [InlineData("{title: 增减, unit: 件, range: {from: -10, to: 10}}", -3)]
    public void WhatTheSchemeDeclares_GoesBeforeWhatIsUsual(string declared, decimal value) =>
        Assert.Null(Problem(declared, value));

    [Fact]
    public void Step_IsCountedFromTheLeastValue()
    {
        const string Declared = "{title: 得分, unit: 分, range: {from: 1, to: 9}, step: 2}";

        Assert.Equal(
            ["fact-out-of-range", null, "fact-off-step", null, null, "fact-out-of-range"],
            new[] { 0m, 1m, 2m, 3m, 9m, 10m }.Select(value => Problem(Declared, value))
        );
    }

    [Fact]
    public void Mean_IsHeldToItsRange() =>
        Assert.Equal(
            "fact-out-of-range",
            Problem(
                "{title: 得分, unit: 分, range: {from: 0, to: 3}, step: 1}",
                new MeanParts(7, 2)
            )
        );

    [Theory]
    [InlineData(-1, "fact-count-impossible")]
    [InlineData(0, null)]
    [InlineData(0.5, "fact-count-impossible")]
    [InlineData(1, null)]
    public void WhoTookPart_IsCounted(double count, string? refusal) =>
        Assert.Equal(refusal, Problem("{title: 件数, unit: 件}", 1, (decimal)count));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1.5, true)]
    [InlineData(2, false)]
    public void EventHappens_AWholeNumberOfTimes(double count, bool isRefused)
    {
        var scheme = SchemeFolder.Read("gaojing-2024");
        var facts = SchemeFolder.Facts("gaojing-2024", "1");
        AssessmentEvent[] events =
        [
            .. facts.Events.Select(happened => happened with { Count = (decimal)count }),
        ];

        var refused = Record.Exception(() =>
            Evaluator.Evaluate(scheme, facts with { Events = events })
        );

        Assert.NotEmpty(events);
        Assert.Equal(
            isRefused ? "event-count-impossible" : null,
            (refused as FactSetException)?.Code
        );
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    public void AreaOfLessThanNobody_IsRefused(int households, int members)
    {
        var scheme = new ExampleScheme().Read();

        var refused = Assert.Throws<FactSetException>(() =>
            Evaluator.Evaluate(
                scheme,
                new(scheme.Id, scheme.Year, [new("a01", "一居", households, members)], [], [], [])
            )
        );

        Assert.Equal("area-number-negative", refused.Code);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(0.5, false)]
    [InlineData(1, true)]
    public void FactKind_AcceptsTheSameSteps(double value, bool taken) =>
        Assert.Equal(taken, new ExampleScheme().Read().FactKinds["done"].IsOnStep((decimal)value));
}
