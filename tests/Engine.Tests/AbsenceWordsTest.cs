using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests;

/// <summary>What is said of a calculation that has no value: the finding, and the explanation's line.</summary>
public sealed class AbsenceWordsTest
{
    private const string Facts = """
        late: {title: 逾期扣分, unit: 分, reportedBy: office}
        rated: {title: 评价, unit: 分, range: {from: 0, to: 10}, by: any, reportedBy: office}
        masses: {title: 测评, unit: 分, range: {from: 0, to: 10}, reportedBy: panel}
        """;

    private const string Panel = """
        collection:
          forms: [{id: f, title: 测评表, range: {from: 0, to: 10}, clause: 一, quote: 一}]
          panels:
            masses:
              title: 测评
              unit: area
              named: false
              raters: {from: list}
              subjects: [{of: areas, turnout: {over: 80%, finding: turnout.invalid}}]
              form: f
              facts: [{fact: masses, count: mean}]
              clause: 一
              quote: 一
        """;

    [Theory]
    [InlineData("{meanOf: rated, absent: missing}", "fact.missing rated", "缺少评价")]
    [InlineData("{meanOf: rated, absent: excluded}", "fact.absent rated", "缺少评价")]
    [InlineData("{fact: masses, absent: missing}", "fact.missing masses", "缺少测评")]
    [InlineData("{fact: masses, absent: excluded}", "fact.absent masses", "缺少测评")]
    [InlineData(
        "{ratio: [1, {fact: late, absent: 0}]}",
        "fact.absent work",
        "逾期扣分为 0，无法计算"
    )]
    [InlineData(
        "{median: [{fact: late, absent: excluded}, {fact: masses, absent: missing}]}",
        "fact.missing masses",
        "缺少测评"
    )]
    [InlineData(
        "{median: [{fact: masses, absent: missing}, {fact: late, absent: excluded}]}",
        "fact.missing masses",
        "缺少测评"
    )]
    [InlineData("{sum: [{fact: late, absent: excluded}, 1]}", "fact.absent late", "缺少逾期扣分")]
    public void CalculationWithoutItsFact_SaysWhatIsNotThere(
        string value,
        string finding,
        string words
    )
    {
        var scheme = Scheme(value);

        var result = ExampleScheme.Evaluate(scheme.Read(), [new("a01", "done", 5)]);

        Assert.Null(result.Areas[0].Total);
        Assert.Equal(
            finding,
            string.Join(", ", result.Findings.Select(one => $"{one.Code} {one.Detail}"))
        );
        var item = Item(result.Explain("a01"));
        Assert.Contains(words, $"{item.Arithmetic}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 10, "测评无效：参加 8 人，应参加 10 人，未超过 80%")]
    [InlineData(9, 10, null)]
    public void VoteOfTooFew_SaysHowMany(int count, int eligible, string? words)
    {
        var result = ExampleScheme.Evaluate(
            Scheme("{fact: masses, absent: missing}").Read(),
            [new("a01", "done", 5), new("a01", "masses", 7, Count: count, Eligible: eligible)]
        );

        Assert.Equal(words is null ? 7m : null, result.Areas[0].Total);
        Assert.Equal(words is null ? [] : [words], result.Findings.Select(one => one.Message));
    }

    private static ExampleScheme Scheme(string value) =>
        new()
        {
            Facts = Facts,
            // Each fact is read somewhere, whatever the calculation reads.
            Measures = string.Join(
                '\n',
                new[] { "{meanOf: rated", "{fact: masses", "{fact: late", "{fact: done" }.Select(
                    (read, i) =>
                        $"- {{id: m{i}, title: 其他{i}, value: {read}, absent: 0}}, clause: 一, quote: 一}}"
                )
            ),
            Value = $"{{firstPresent: [{value}]}}",
            Rest = Panel,
        };

    private static ExplanationNode Item(ExplanationNode root) =>
        All(root).First(node => node.Title == "工作");

    private static IEnumerable<ExplanationNode> All(ExplanationNode node) =>
        node.Children.SelectMany(All).Prepend(node);
}
