using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// Each construct in the three ways in which an explanation has it: the rule with names, the line with numbers, and the
/// calculation for programs. Brackets are where a reader would else calculate something different.
/// </summary>
public sealed class ConstructsInWordsTest
{
    private const string Facts = """
        late: {title: 逾期件数, unit: 件, reportedBy: office}
        third: {title: 复核件数, unit: 件, reportedBy: office}
        """;

    private const string Done = "{fact: done, absent: missing}";
    private const string Late = "{fact: late, absent: excluded}";
    private const string Third = "{fact: third, absent: excluded}";
    private const string DoneAndOne = $"{{sum: [{Done}, 1]}}";
    private const string LateTimesFive = $"{{product: [{Late}, 5]}}";

    [Theory]
    [InlineData(
        $"{{sum: [{Done}, {Late}, 1]}}",
        "办结件数 + 逾期件数 + 1",
        "5 + 2 + 1 = 8",
        "Sum(done=5, late=2, 1)"
    )]
    [InlineData(
        $"{{sum: [{LateTimesFive}, {DoneAndOne}]}}",
        "逾期件数 × 5 + 办结件数 + 1",
        "2 × 5 + 5 + 1 = 16",
        "Sum(Product(late=2, 5), Sum(done=5, 1))"
    )]
    [InlineData(
        $"{{difference: [{DoneAndOne}, {DoneAndOne}, {LateTimesFive}]}}",
        "办结件数 + 1 − (办结件数 + 1) − 逾期件数 × 5",
        "5 + 1 − (5 + 1) − 2 × 5 = -10",
        "Difference(Sum(done=5, 1), Sum(done=5, 1), Product(late=2, 5))"
    )]
    [InlineData(
        $"{{product: [{DoneAndOne}, {LateTimesFive}, {Late}]}}",
        "(办结件数 + 1) × 逾期件数 × 5 × 逾期件数",
        "(5 + 1) × 2 × 5 × 2 = 120",
        "Product(Sum(done=5, 1), Product(late=2, 5), late=2)"
    )]
    [InlineData(
        $"{{ratio: [{DoneAndOne}, {LateTimesFive}]}}",
        "(办结件数 + 1) ÷ (逾期件数 × 5)",
        "(5 + 1) ÷ (2 × 5) = 0.6",
        "Ratio(Sum(done=5, 1), Product(late=2, 5))"
    )]
    [InlineData(
        $"{{ratio: [{LateTimesFive}, {Late}]}}",
        "逾期件数 × 5 ÷ 逾期件数",
        "2 × 5 ÷ 2 = 5",
        "Ratio(Product(late=2, 5), late=2)"
    )]
    [InlineData(
        $"{{weighted: [{{weight: 30%, of: {DoneAndOne}}}, {{weight: 70%, of: {Late}}}]}}",
        "30% × (办结件数 + 1) + 70% × 逾期件数",
        "30% × (5 + 1) + 70% × 2 = 3.2",
        "Sum(Product(0.3, Sum(done=5, 1)), Product(0.7, late=2))"
    )]
    [InlineData(
        $"{{scale: {LateTimesFive}}}",
        "10 × (逾期件数 × 5) ÷ 100",
        "10 × (2 × 5) ÷ 100 = 1",
        "Ratio(Product(10, Product(late=2, 5)), 100)"
    )]
    [InlineData(
        $"{{scale: {Late}, points: 50}}",
        "50 × 逾期件数 ÷ 100",
        "50 × 2 ÷ 100 = 1",
        "Ratio(Product(50, late=2), 100)"
    )]
    [InlineData(
        $"{{min: [{DoneAndOne}, {Late}]}}",
        "取小(办结件数 + 1，逾期件数)",
        "取小(5 + 1，2) = 2",
        "Least(Sum(done=5, 1), late=2)"
    )]
    [InlineData(
        $"{{max: [{DoneAndOne}, {Late}]}}",
        "取大(办结件数 + 1，逾期件数)",
        "取大(5 + 1，2) = 6",
        "Greatest(Sum(done=5, 1), late=2)"
    )]
    [InlineData(
        $"{{deduct: {Late}, from: {DoneAndOne}, each: 2, floor: 0}}",
        "办结件数 + 1 − 2 × 逾期件数（不低于 0）",
        "5 + 1 − 2 × 2 = 2",
        "Greatest(0, Difference(Sum(done=5, 1), Product(2, late=2)))"
    )]
    [InlineData(
        $"{{deduct: {DoneAndOne}, from: 10, each: 1, floor: 4}}",
        "10 − 1 × (办结件数 + 1)（不低于 4）",
        "10 − 1 × (5 + 1)（不低于 4） = 4",
        "Greatest(4, Difference(10, Product(1, Sum(done=5, 1))))"
    )]
    [InlineData(
        $"{{deduct: {Done}, from: 10, each: 2, floor: 3}}",
        "10 − 2 × 办结件数（不低于 3）",
        "10 − 2 × 5（不低于 3） = 3",
        "Greatest(3, Difference(10, Product(2, done=5)))"
    )]
    [InlineData(
        $"{{round: {{ratio: [{Done}, 3]}}, decimals: 1}}",
        "办结件数 ÷ 3（保留 1 位小数）",
        "5 ÷ 3 ≈ 1.6667 ≈ 1.7",
        "Round1(Ratio(done=5, 3))"
    )]
    [InlineData(
        $"{{product: [2, {{round: {{sum: [{Late}, 0.4]}}, decimals: 0}}]}}",
        "2 × (逾期件数 + 0.4（保留 0 位小数）)",
        "2 × 2（2 + 0.4 保留 0 位小数） = 4",
        "Product(2, Round0(Sum(late=2, 0.4)))"
    )]
    [InlineData(
        $"{{mean: [{DoneAndOne}, {Late}]}}",
        "(办结件数 + 1 + 逾期件数) ÷ 2",
        "(5 + 1 + 2) ÷ 2 = 4",
        "Mean(Sum(done=5, 1), late=2)"
    )]
    [InlineData($"{{mean: [{Late}, {Third}]}}", "(逾期件数 + 复核件数) ÷ 2", "2", "late=2")]
    [InlineData($"{{mean: [{Late}]}}", "逾期件数", "2", "late=2")]
    [InlineData(
        $"{{mean: [{Third}, {Late}], whenAllAbsent: 3}}",
        "(复核件数 + 逾期件数) ÷ 2（全部没有时取 3）",
        "2",
        "late=2"
    )]
    [InlineData(
        $"{{mean: [{Third}], whenAllAbsent: 3}}",
        "(复核件数) ÷ 1（全部没有时取 3）",
        "3（全部缺少时） = 3",
        "3"
    )]
    [InlineData(
        $"{{mean: [{Third}], whenAllAbsent: instead}}",
        "(复核件数) ÷ 1（全部没有时取 4）",
        "4（缺数时） = 4",
        "instead=4"
    )]
    [InlineData(
        $"{{median: [{DoneAndOne}, {Late}, {Third}]}}",
        "中位数(办结件数 + 1，逾期件数，复核件数)",
        "中位数(5 + 1，2) = 4",
        "Median(Sum(done=5, 1), late=2)"
    )]
    [InlineData(
        $"{{firstPresent: [{Third}, {DoneAndOne}]}}",
        "复核件数；没有时 办结件数 + 1",
        "5 + 1 = 6",
        "Sum(done=5, 1)"
    )]
    [InlineData(
        $"{{product: [2, {{firstPresent: [{Third}, {DoneAndOne}]}}]}}",
        "2 × (复核件数；没有时 办结件数 + 1)",
        "2 × (5 + 1) = 12",
        "Product(2, Sum(done=5, 1))"
    )]
    [InlineData(
        $"{{max: [{Late}, 1], absent: 4}}",
        "取大(逾期件数，1)（没有时取 4）",
        "取大(2，1) = 2",
        "Greatest(late=2, 1)"
    )]
    [InlineData($"{{max: [{Third}, 1], absent: 4}}", "取大(复核件数，1)（没有时取 4）", "4", "4")]
    [InlineData(
        $"{{max: [{Late}, 1], absent: excluded}}",
        "取大(逾期件数，1)",
        "取大(2，1) = 2",
        "Greatest(late=2, 1)"
    )]
    [InlineData("{fact: third, absent: 7}", "复核件数", "7", "7")]
    [InlineData(
        $"{{steps: {DoneAndOne}, through: [{{to: 5, value: 1}}, {{to: 6.5, value: 2}}], otherwise: 3}}",
        "办结件数 + 1：不超过 5 的得 1，超过 5、不超过 6.5 的得 2，其余得 3",
        "5 + 1 = 6 → 2",
        "Steps(Sum(done=5, 1), 5, 1, 6.5, 2, 3)"
    )]
    [InlineData(
        $"{{steps: {Done}, through: [{{to: 4, value: 1}}], otherwise: instead}}",
        "办结件数：不超过 4 的得 1，其余得 4",
        "5 → 4",
        "Steps(done=5, 4, 1, instead=4)"
    )]
    [InlineData(
        $"{{product: [2, {{steps: {Done}, through: [{{to: 5, value: 3}}], otherwise: 4}}]}}",
        "2 × (办结件数：不超过 5 的得 3，其余得 4)",
        "2 × 3（5） = 6",
        "Product(2, Steps(done=5, 5, 3, 4))"
    )]
    [InlineData(
        $"{{product: [{{rank: shown}}, {Done}]}}",
        "备查的名次 × 办结件数",
        "1（备查 2 排第 1 名） × 5 = 5",
        "Product(shown=1, done=5)"
    )]
    [InlineData("{rank: shown}", "备查的名次", "备查 2 排第 1 名", "shown=1")]
    [InlineData(
        $"{{sum: [shown, {Done}]}}",
        "备查 + 办结件数",
        "2 + 5 = 7",
        "Sum(shown=2, done=5)"
    )]
    [InlineData(
        $"{{product: [instead, {Done}]}}",
        "缺数时 × 办结件数",
        "4 × 5 = 20",
        "Product(instead=4, done=5)"
    )]
    [InlineData(
        $"{{product: [2, {{sum: [{Late}, 1], absent: 4}}]}}",
        "2 × (逾期件数 + 1（没有时取 4）)",
        "2 × (2 + 1) = 6",
        "Product(2, Sum(late=2, 1))"
    )]
    [InlineData(
        $"{{product: [2, {{sum: [{Third}, 1], absent: 4}}]}}",
        "2 × (复核件数 + 1（没有时取 4）)",
        "2 × 4 = 8",
        "Product(2, 4)"
    )]
    [InlineData(
        $"{{ratio: [12, {{mean: [{Late}, {Done}], whenAllAbsent: 3}}]}}",
        "12 ÷ ((逾期件数 + 办结件数) ÷ 2（全部没有时取 3）)",
        "12 ÷ ((2 + 5) ÷ 2) ≈ 3.4286",
        "Ratio(12, Mean(late=2, done=5))"
    )]
    [InlineData(
        $"{{sum: [{Done}, {{firstPresent: [{Third}, {Late}]}}]}}",
        "办结件数 + (复核件数；没有时 逾期件数)",
        "5 + 2 = 7",
        "Sum(done=5, late=2)"
    )]
    [InlineData(
        $"{{firstPresent: [{Third}, {{round: {{ratio: [{Done}, 3]}}, decimals: 1}}]}}",
        "复核件数；没有时 办结件数 ÷ 3（保留 1 位小数）",
        "1.7（5 ÷ 3 保留 1 位小数） = 1.7",
        "Round1(Ratio(done=5, 3))"
    )]
    [InlineData(
        $"{{sum: [{{round: {Late}, decimals: 1}}, {Done}]}}",
        "逾期件数（保留 1 位小数） + 办结件数",
        "2 + 5 = 7",
        "Sum(Round1(late=2), done=5)"
    )]
    public void Construct_IsWrittenAsItIsCalculated(
        string value,
        string rule,
        string line,
        string calculation
    )
    {
        var item = Explained(value);

        Assert.Equal(
            (rule, line, calculation),
            (item.Rule, item.Arithmetic, WrittenCalculation.Of(item.Calculation))
        );
        Assert.Equal(item.Value, item.Calculation!.Value.ToDecimal());
    }

    /// <summary>Whoever looks a number up must find where it comes from.</summary>
    [Theory]
    [InlineData($"{{mean: [{Third}], whenAllAbsent: instead}}", "instead")]
    [InlineData("{max: [instead, shown]}", "instead shown")]
    [InlineData("{rank: shown}", "shown")]
    [InlineData("{sum: [shown, shown]}", "shown")]
    [InlineData($"{{sum: [{Done}, {Late}]}}", "")]
    public void WhatIsUsed_IsAStepBelow(string value, string steps) =>
        Assert.Equal(steps, string.Join(' ', Explained(value).Children.Select(child => child.Id)));

    private static ExplanationNode Explained(string value)
    {
        // Of what is in firstPresent nobody can say to how many points it comes.
        var scheme = new ExampleScheme
        {
            Facts = Facts,
            Parameters = "instead: {title: 缺数时, value: 4, unit: 件, clause: 一, quote: 一}",
            Measures =
                $"- {{id: shown, title: 备查, unit: 件, value: {Late}, clause: 一, quote: 一}}\n"
                // What the calculation does not read is read here.
                + $"- {{id: others, title: 其他, value: {{sum: [{Done}, {{fact: third, absent: 0}}, instead]}}, clause: 一, quote: 一}}",
            Value = value,
        };
        var result = scheme.Evaluate(new Fact("a01", "done", 5), new Fact("a01", "late", 2));
        return ItemsTest.Node(result.Explain("a01"), "work");
    }
}
