using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

/// <summary>Explanations say in words what the rule says: its own limits, titles instead of ids, and what a number is.</summary>
public sealed class WordsTest
{
    private const string Gaojing = "gaojing-2024";
    private const string Jingan = "jingan-guidance";
    private const string Excellent = "ja01p1";
    private const string Reviews = "secretary-three-reviews";

    private static Scheme Changed(string scheme, params (string Original, string Instead)[] changes)
    {
        var text = SchemeFolder.Text(scheme, "scheme.yaml");
        foreach (var (original, instead) in changes)
        {
            Assert.Contains(original, text, StringComparison.Ordinal);
            text = text.Replace(original, instead, StringComparison.Ordinal);
        }
        return SchemeReader.Read(text, "scheme.yaml");
    }

    private static Scheme StepsByValue() =>
        Changed(
            Gaojing,
            ("steps: {rank: hotline}", "steps: hotline"),
            ("{to: 5, value: 24}", "{to: 60.5, value: 16}"),
            ("{to: 10, value: 22}", "{to: 70, value: 18}"),
            ("{to: 20, value: 20}", "{to: 80.25, value: 20}"),
            ("{to: 25, value: 18}", "{to: 90, value: 22}"),
            ("otherwise: 16", "otherwise: 24"),
            (
                "        whenAllAbsent: hotline.noTickets\n      decimals: 2\n",
                "        whenAllAbsent: hotline.noTickets\n"
            )
        );

    [Fact]
    public void Steps_ArePrintedByTheLimitsOfTheRule() =>
        Assert.Equal(
            "热线综合评分：不超过 60.5 的得 16，超过 60.5、不超过 70 的得 18，超过 70、不超过 80.25 的得 20，超过 80.25、不超过 90 的得 22，其余得 24",
            ItemsTest
                .Node(
                    Evaluator.Evaluate(StepsByValue(), new TownshipFacts(1).Build()).Explain("a01"),
                    "G3"
                )
                .Rule
        );

    [Fact]
    public void StepsOfRanks_ArePrintedByPlaces() =>
        Assert.Equal(
            "热线综合评分的名次：第 1–5 名得 24，第 6–10 名得 22，第 11–20 名得 20，第 21–25 名得 18，其余得 16",
            ItemsTest.Node(new TownshipFacts(1).Evaluate().Explain("a01"), "G3").Rule
        );

    /// <summary>A figure that four decimals would print as the limit is more than the limit.</summary>
    [Theory]
    [InlineData("60.5", "60.5 → 16")]
    [InlineData("60.50001", "60.50001 → 18")]
    [InlineData("60.5000000001", "60.5000000001 → 18")]
    [InlineData("80.24999999", "80.24999999 → 20")]
    public void FigureCloseToALimit_IsPrintedInItsOwnStep(string rate, string arithmetic)
    {
        var facts = new TownshipFacts(1).SetRates("a01", decimal.Parse(rate)).Build();

        var node = ItemsTest.Node(Evaluator.Evaluate(StepsByValue(), facts).Explain("a01"), "G3");

        Assert.Equal(arithmetic, node.Arithmetic);
    }

    [Fact]
    public void StepsInACalculation_PrintTheirNumberFirst()
    {
        var scheme = Changed(
            Gaojing,
            (
                """
                            steps: {rank: hotline}
                            through:
                              - {to: 5, value: 24}
                              - {to: 10, value: 22}
                              - {to: 20, value: 20}
                              - {to: 25, value: 18}
                            otherwise: 16
                """,
                """
                            sum:
                              - steps: {rank: hotline}
                                through:
                                  - {to: 5, value: 20}
                                otherwise: 16
                              - {rank: hotline}
                """
            )
        );

        var node = ItemsTest.Node(
            Evaluator.Evaluate(scheme, new TownshipFacts(1).Build()).Explain("a01"),
            "G3"
        );

        Assert.Equal(
            "20（热线综合评分 80 排第 1 名） + 1（热线综合评分 80 排第 1 名） = 21",
            node.Arithmetic
        );
    }

    /// <param name="amount">What is given to those who are 优秀.</param>
    private static ExplanationNode Payout(string amount)
    {
        var text = SchemeFolder.Text(Jingan, "scheme.yaml");
        var from = text.IndexOf("      amount:\n        sum:\n", StringComparison.Ordinal);
        var to = text.IndexOf("      clause:", from, StringComparison.Ordinal);
        return Evaluator
            .Evaluate(
                Changed(Jingan, (text[from..to], $"      amount: {amount}\n")),
                SchemeFolder.Facts(Jingan, "1")
            )
            .ExplainPayout(Excellent);
    }

    /// <summary>By the title of the post, and by what the number is.</summary>
    [Theory]
    [InlineData(
        "{sum: [{lookup: post, values: {secretary: 3000, director: 2500}, absent: missing}, payout.reward]}",
        "职务金额（居民区党组织书记 3000 元，居委会主任 2500 元） + 优秀工作人员一次性奖励"
    )]
    [InlineData(
        "{sum: [payout.reward, {product: [{attribute: base, absent: missing}, {lookup: post, values: {secretary: 1.2, director: 1.1}, absent: missing}]}]}",
        "优秀工作人员一次性奖励 + 绩效基数 × 职务系数（居民区党组织书记 1.2，居委会主任 1.1）"
    )]
    [InlineData(
        "{sum: [payout.reward, {ratio: [{product: [{lookup: post, values: {secretary: 3000, director: 2500}, absent: missing}, {attribute: months, absent: missing}]}, payout.yearMonths]}]}",
        "优秀工作人员一次性奖励 + 职务金额（居民区党组织书记 3000 元，居委会主任 2500 元） × 在岗月数 ÷ 全年月数"
    )]
    [InlineData(
        "{product: [{lookup: identity, values: {contract: 1}, absent: missing}, payout.reward]}",
        "身份系数（合同聘用 1） × 优秀工作人员一次性奖励"
    )]
    [InlineData(
        "{sum: [{product: [{lookup: identity, values: {contract: 1}, absent: missing}, {lookup: post, values: {director: 2}, absent: missing}]}, payout.reward]}",
        "身份对应的数（合同聘用 1） × 职务对应的数（居委会主任 2） + 优秀工作人员一次性奖励"
    )]
    public void NumbersByName_AreCalledWhatTheyAre(string amount, string rule) =>
        Assert.EndsWith($"：{rule}", Payout(amount).Rule, StringComparison.Ordinal);

    [Fact]
    public void PointsByName_AreCalledPoints()
    {
        var scheme = Changed(
            Reviews,
            (
                "value: {max: [0, {difference: [points.party, {events: [orgLife]}]}]}",
                "value: {max: [0, {difference: [points.party, {lookup: post, values: {secretary: 3}}, {events: [orgLife]}]}]}"
            )
        );

        var node = ItemsTest.Node(
            Evaluator.Evaluate(scheme, SchemeFolder.Facts(Reviews, "1")).Explain("sc01p0"),
            "party"
        );

        Assert.Contains(" − 职务分值（", node.Rule, StringComparison.Ordinal);
        Assert.Contains(" 3 分）", node.Rule, StringComparison.Ordinal);
        Assert.DoesNotContain("secretary", node.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public void NameWithoutANumber_IsShownByItsTitle() =>
        Assert.Equal(
            "职务“居委会主任”没有对应的数，暂不能计算",
            Payout(
                "{sum: [{lookup: post, values: {secretary: 3000}, absent: missing}, payout.reward]}"
            ).Arithmetic
        );

    private static ExplanationNode Vetoed(params AssessmentEvent[] events)
    {
        var facts = SchemeFolder.Facts(Reviews, "1");
        return Evaluator
            .Evaluate(SchemeFolder.Read(Reviews), facts with { Events = events })
            .Explain("sc01p0");
    }

    private static AssessmentEvent Veto(string id) => new(id, "sc01p0", "veto");

    [Fact]
    public void Veto_IsDescribedByWhatHappenedAndItsClause() =>
        Assert.Equal(
            "一票否决（2025-03-12，材料 县纪委通报 7 号，出处 一1） → 三档",
            ItemsTest
                .Node(
                    Vetoed(
                        Veto("e1") with
                        {
                            Date = new(2025, 3, 12),
                            Evidence = "县纪委通报 7 号",
                        }
                    ),
                    "band"
                )
                .Arithmetic
        );

    [Fact]
    public void VetoesThatAreAlike_AreCounted() =>
        Assert.Equal(
            "一票否决（2 次，出处 一1）、一票否决（2025-03-12，出处 一1） → 三档",
            ItemsTest
                .Node(
                    Vetoed(Veto("e1"), Veto("e2"), Veto("e3") with { Date = new(2025, 3, 12) }),
                    "band"
                )
                .Arithmetic
        );

    [Theory]
    [InlineData(1, "一票否决（出处 一1） → 三档")]
    [InlineData(3, "一票否决（3 次，出处 一1） → 三档")]
    public void VetoThatHappenedSeveralTimes_IsCounted(int times, string line) =>
        Assert.Equal(
            line,
            ItemsTest.Node(Vetoed(Veto("e1") with { Count = times }), "band").Arithmetic
        );

    [Fact]
    public void BandOfSomebodyWithoutTotal_IsLeftOpen()
    {
        var facts = SchemeFolder.Facts(Reviews, "1");
        var band = ItemsTest.Node(
            Evaluator
                .Evaluate(
                    SchemeFolder.Read(Reviews),
                    facts with
                    {
                        Facts = [.. facts.Facts.Where(fact => fact.Subject != "sc01p0")],
                    }
                )
                .Explain("sc01p0"),
            "band"
        );

        Assert.Equal((null, "没有总分，暂不能分档"), (band.Value, band.Arithmetic));
        Assert.NotNull(band.Clause);
    }

    [Fact]
    public void LastPlace_IsDescribedByLineAndPeriod()
    {
        var result = Evaluator.Evaluate(
            SchemeFolder.Read("danan-2017"),
            SchemeFolder.Facts("danan-2017", "1")
        );

        var nodes = result
            .Areas.SelectMany(area => result.Explain(area.Id).Children)
            .Where(node =>
                node.Id.StartsWith("last.", StringComparison.Ordinal)
                || node.Id.Contains(".L", StringComparison.Ordinal)
            )
            .ToList();

        Assert.NotEmpty(nodes);
        Assert.All(nodes, node => Assert.Matches("^[^A-Za-z]+（第.季度）$", (string)node.Value!));
    }

    [Fact]
    public void WhoGaveAnOpinion_IsShownByName()
    {
        var facts = SchemeFolder.Facts("danan-2017", "1");
        var judge = facts.Staff[0];
        var area = facts.Areas[0].Id;
        var result = Evaluator.Evaluate(
            SchemeFolder.Read("danan-2017"),
            facts with
            {
                Facts =
                [
                    .. facts.Facts.Where(fact => fact.Item != "leaders" || fact.Subject != area),
                    new(area, "leaders", 2m, judge.Area),
                    new(area, "leaders", 3m, "街道领导"),
                ],
            }
        );

        var titles = result
            .Explain(area)
            .Children.SelectMany(ItemsTest.All)
            .SelectMany(node => node.Facts)
            .Where(fact => fact.Item == "leaders")
            .Select(fact => fact.Title)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            new[]
            {
                $"领导评价（{facts.Areas.Single(one => one.Id == judge.Area).Name}）",
                "领导评价（街道领导）",
            }.Order(StringComparer.Ordinal),
            titles
        );
    }

    [Fact]
    public void CountOfAnEvent_IsOfTimes_AndOfASurveyItsSample()
    {
        var facts = new TownshipFacts(1)
            .Add(new AssessmentEvent("e1", "a01", "honour") { Level = "city", Count = 2 })
            .Build();

        var tree = Evaluator.Evaluate(SchemeFolder.Read(Gaojing), facts).Explain("a01");

        Assert.Equal(ExplanationCount.Times, ItemsTest.Node(tree, "e1").Facts.Single().CountOf);
        Assert.All(
            ItemsTest.Node(tree, "online").Facts,
            fact => Assert.Equal(ExplanationCount.Sample, fact.CountOf)
        );
    }
}
