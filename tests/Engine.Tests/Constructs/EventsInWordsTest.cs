using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>How events are counted together, and what is said of each: which counts, how often, how much of it.</summary>
public sealed class EventsInWordsTest
{
    private static readonly AssessmentEvent Article = new("e1", "a01", "article");
    private static readonly AssessmentEvent Penalty = new("e1", "a01", "penalty") { Points = 2 };

    [Theory]
    [InlineData(null, "0.5", "0.5")]
    [InlineData(1, "0.5", "Product(0.5, #count=1)")]
    [InlineData(3, "0.5 × 3 = 1.5", "Product(0.5, #count=3)")]
    [InlineData(0, "0.5 × 0 = 0", "Product(0.5, #count=0)")]
    public void EventThatHappenedSeveralTimes_IsMultiplied(
        int? count,
        string line,
        string calculation
    )
    {
        var step = Step(Article with { Count = count });

        Assert.Equal("信息报送，每次 0.5 分", step.Rule);
        Assert.Equal((line, calculation), (step.Arithmetic, Calculated(step)));
        Assert.Equal((decimal?)(0.5m * (count ?? 1)), step.Value);
    }

    [Theory]
    [InlineData(null, null, "2", "#points=2")]
    [InlineData(0.0, null, "2", "#points=2")]
    [InlineData(0.5, null, "2 × (1 − 50%) = 1", "Product(#points=2, Difference(1, #waiver=0.5))")]
    [InlineData(
        0.5,
        3,
        "2 × 3 × (1 − 50%) = 3",
        "Product(#points=2, #count=3, Difference(1, #waiver=0.5))"
    )]
    [InlineData(1.0, null, "2 × (1 − 100%) = 0", "Product(#points=2, Difference(1, #waiver=1))")]
    public void EventOfWhichAPartIsWaived_SaysWhichPart(
        double? waiver,
        int? count,
        string line,
        string calculation
    )
    {
        var step = Step(Penalty with { Waiver = (decimal?)waiver, Count = count });

        Assert.Equal("处分，1–3 分；经批准的可以免责", step.Rule);
        Assert.Equal((line, calculation), (step.Arithmetic, Calculated(step)));
    }

    /// <summary>The number of times may be what they come to.</summary>
    [Fact]
    public void EventOfOnePoint_IsMultipliedInWords()
    {
        var step = Step(Honour("e1", "street") with { Count = 3 });

        Assert.Equal("1 × 3 = 3", step.Arithmetic);
    }

    [Fact]
    public void EventThatCountsOnce_CountsTheFirstAndNotItsTimes()
    {
        var tree = Explained(Visit("e2"), Visit("e1") with { Count = 3 });

        Assert.Equal("走访，每次 1 分；只计一次", Step(tree, "e1").Rule);
        Assert.Equal(["1", "只计一次，已计入另一事项"], Lines(tree, "e1", "e2"));
        Assert.Equal("1", Step(tree, "bonus").Arithmetic);
        Assert.Null(Step(tree, "e2").Calculation);
        Assert.Equal(0m, Step(tree, "e2").Value);
    }

    [Theory]
    [InlineData("street", "street", "1", "同一工作已按最高等级计入", "1")]
    [InlineData("street", "city", "同一工作已按最高等级计入", "3", "3")]
    [InlineData("city", "district", "3", "同一工作已按最高等级计入", "3")]
    public void EventsOfOneWork_CountByTheHighest(
        string first,
        string second,
        string firstLine,
        string secondLine,
        string sum
    )
    {
        var tree = Explained(
            Honour("e1", first) with
            {
                Work = "共建",
            },
            Honour("e2", second) with
            {
                Work = "共建",
            }
        );

        Assert.Equal([firstLine, secondLine], Lines(tree, "e1", "e2"));
        Assert.Equal(sum, Step(tree, "bonus").Arithmetic);
    }

    [Fact]
    public void EventsOfDifferentWorksOrNone_CountEach()
    {
        var tree = Explained(
            Honour("e1", "city") with
            {
                Work = "共建",
            },
            Honour("e2", "street") with
            {
                Work = "自治",
            },
            Honour("e3", "street"),
            Honour("e4", "street")
        );

        Assert.Equal(["3", "1", "1", "1"], Lines(tree, "e1", "e2", "e3", "e4"));
    }

    [Theory]
    [InlineData("street", "甲", "乙", null, "提高到区级 2")]
    [InlineData("street", "甲", "乙", 3, "提高到区级 2 × 3 = 6")]
    [InlineData("district", "甲", "乙", null, "提高到市级 3")]
    [InlineData("city", "甲", "乙", null, "3")]
    [InlineData("street", "甲", "甲", null, "1")]
    [InlineData("street", "甲", null, null, "1")]
    public void HonourOfSeveralHolders_IsRaisedByOneLevel(
        string level,
        string first,
        string? second,
        int? count,
        string line
    )
    {
        var tree = Explained(
            Honour("e1", level) with
            {
                Award = "先进",
                Holder = first,
                Count = count,
            },
            Honour("e2", level) with
            {
                Award = "先进",
                Holder = second,
                Count = count,
            }
        );

        Assert.Equal([line, line], Lines(tree, "e1", "e2"));
    }

    [Fact]
    public void RaisedHonourThatCountsOnce_CountsItsTimesNoMore()
    {
        var tree = Explained(Title("e1", "甲"), Title("e2", "乙"));

        Assert.Equal(["提高到一级 3", "只计一次，已计入另一事项"], Lines(tree, "e1", "e2"));
        Assert.Equal((3m, "3"), (Step(tree, "e1").Value, Calculated(Step(tree, "e1"))));

        static AssessmentEvent Title(string id, string holder) =>
            new(id, "a01", "title")
            {
                Level = "second",
                Award = "先进",
                Holder = holder,
                Count = 2,
            };
    }

    [Fact]
    public void HonoursOfDifferentAwardsOrNone_AreNotRaised()
    {
        var tree = Explained(
            Honour("e1", "street") with
            {
                Award = "先进",
                Holder = "甲",
            },
            Honour("e2", "street") with
            {
                Award = "文明",
                Holder = "乙",
            },
            Honour("e3", "street") with
            {
                Holder = "丙",
            }
        );

        Assert.Equal(["1", "1", "1"], Lines(tree, "e1", "e2", "e3"));
    }

    /// <summary>By the raised level, whose points the scheme gives in its place.</summary>
    [Fact]
    public void RaisedHonour_IsCalculatedByTheBetterLevel()
    {
        var tree = Explained(
            Honour("e1", "street") with
            {
                Award = "先进",
                Holder = "甲",
                Date = new(2025, 3, 1),
                Evidence = "表彰决定",
            },
            Honour("e2", "street") with
            {
                Award = "先进",
                Holder = "乙",
            }
        );

        var step = Step(tree, "e1");
        Assert.Equal(
            "表彰，街道级 1 分；同一荣誉有 2 个以上获奖主体的提高一级；同一工作只计最高的一次",
            step.Rule
        );
        Assert.Equal(
            (2m, "2", "区级分值"),
            (step.Value, Calculated(step), Assert.Single(step.Children).Title)
        );
        var fact = Assert.Single(step.Facts);
        Assert.Equal("表彰（街道级，2025-03-01）", fact.Title);
        Assert.Equal(
            ("street", "2025-03-01", 1m, "分"),
            (fact.By, fact.Period, fact.Value, fact.Unit)
        );
        Assert.Equal(["表彰决定"], fact.Evidence);
        Assert.Equal("表彰（街道级）", Step(tree, "e2").Facts.Single().Title);
        Assert.Empty(Step(tree, "e2").Facts.Single().Evidence);
    }

    [Theory]
    [InlineData(1, "0.5 + 3 = 3.5", "Least(Sum(e1=0.5, e2=3), 4)", 3.5)]
    [InlineData(2, "1 + 3 = 4", "Least(Sum(e1=1, e2=3), 4)", 4)]
    [InlineData(3, "取小(1.5 + 3，4) = 4", "Least(Sum(e1=1.5, e2=3), 4)", 4)]
    public void Cap_IsWrittenWhereItIsReached(
        int times,
        string line,
        string calculation,
        decimal value
    )
    {
        var bonus = Step(Explained(Article with { Count = times }, Honour("e2", "city")), "bonus");

        Assert.Equal("表彰、信息报送、走访、称号之和（不超过 4）", bonus.Rule);
        Assert.Equal(
            (line, calculation, value),
            (bonus.Arithmetic, WrittenCalculation.Of(bonus.Calculation), bonus.Value)
        );
        Assert.Equal(["e1", "e2"], bonus.Children.Select(child => child.Id));
    }

    [Fact]
    public void WithoutEvents_ThereIsNothingToAdd()
    {
        var tree = Explained();

        Assert.Equal("没有表彰、信息报送、走访、称号，计 0", Step(tree, "bonus").Arithmetic);
        Assert.Equal("Least(Sum(0), 4)", WrittenCalculation.Of(Step(tree, "bonus").Calculation));
        Assert.Equal("处分之和", Step(tree, "deduction").Rule);
        Assert.Equal("5 + 0 − 0 = 5", Step(tree, "total").Arithmetic);
    }

    private static AssessmentEvent Visit(string id) => new(id, "a01", "visit");

    private static AssessmentEvent Honour(string id, string level) =>
        new(id, "a01", "honour") { Level = level };

    private static ExplanationNode Step(AssessmentEvent happened) =>
        Step(Explained(happened), happened.Id);

    private static ExplanationNode Step(ExplanationNode tree, string id) =>
        ItemsTest.Node(tree, id);

    /// <summary>A product of one factor is that factor.</summary>
    private static string Calculated(ExplanationNode step) =>
        step.Calculation is { Of: [var only] }
            ? WrittenCalculation.Of(only)
            : WrittenCalculation.Of(step.Calculation);

    private static IEnumerable<string> Lines(ExplanationNode tree, params string[] ids) =>
        ids.Select(id => Step(tree, id).Arithmetic);

    private static ExplanationNode Explained(params AssessmentEvent[] events) =>
        ExampleScheme
            .Evaluate(
                new ExampleScheme
                {
                    Parameters =
                        "district.points: {title: 区级分值, value: 2, unit: 分, clause: 一, quote: 一}",
                    Events = """
                    honour:
                      title: 表彰
                      levels:
                        city: {title: 市级, points: 3}
                        district: {title: 区级, points: district.points}
                        street: {title: 街道级, points: 1}
                      raise: {perAward: 2}
                      best: work
                      clause: 一
                      quote: 一
                    article: {title: 信息报送, each: 0.5, clause: 一, quote: 一}
                    visit: {title: 走访, each: 1, once: true, clause: 一, quote: 一}
                    title: {title: 称号, levels: {first: {title: 一级, points: 3}, second: {title: 二级, points: 1}}, raise: {perAward: 2}, once: true, clause: 一, quote: 一}
                    penalty: {title: 处分, points: {from: 1, to: 3}, waiver: {finding: waived, shares: [50%, 100%]}, clause: 一, quote: 一}
                    """,
                    More = """
                    bonus: {title: 加分, value: {events: [honour, article, visit, title], cap: 4}, clause: 一, quote: 一}
                    deduction: {title: 减分, value: {events: [penalty]}, clause: 一, quote: 一}
                    """,
                    Total = "{difference: [{sum: [work, bonus]}, deduction]}",
                }.Read(),
                [new("a01", "done", 5)],
                events: events
            )
            .Explain("a01");
}
