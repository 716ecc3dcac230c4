using Assessment.Engine.Facts;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// Where a calculation has no value, its line and its finding name what it lacks, and nothing else that it uses: neither what
/// is there nor what is left out.
/// </summary>
public sealed class OnlyTheReasonIsNamedTest
{
    private const string Gone = "{fact: gone, absent: missing}";
    private const string Out = "{fact: out, absent: excluded}";
    private const string Done = "{fact: done, absent: missing}";

    [Theory]
    [InlineData(Done)]
    [InlineData("{fact: done, figure: count, absent: missing}")]
    [InlineData("{meanOf: named, absent: missing}")]
    [InlineData("{fact: voted, absent: missing}")]
    [InlineData("shown")]
    [InlineData("{rank: shown}")]
    [InlineData($"{{ratio: [{Done}, 2]}}")]
    [InlineData($"{{firstPresent: [{Out}, {Done}]}}")]
    [InlineData($"{{firstPresent: [{Out}, {Out}]}}")]
    [InlineData($"{{mean: [{Out}], whenAllAbsent: 3}}")]
    [InlineData($"{{mean: [{Gone}], whenAllAbsent: 3}}")]
    [InlineData($"{{sum: [{Out}, 1], absent: 3}}")]
    [InlineData($"{{sum: [{Out}, 1], absent: excluded}}")]
    [InlineData($"{{ratio: [{Done}, {{difference: [2, 2]}}]}}")]
    [InlineData($"{{steps: {Out}, through: [{{to: 5, value: 1}}], otherwise: 2}}")]
    [InlineData(Out)]
    [InlineData("{meanOf: nobody, absent: excluded}")]
    [InlineData("{fact: unvoted, absent: excluded}")]
    [InlineData("L")]
    public void WhatIsThereOrLeftOut_IsNotNamedNextToWhatIsMissing(string other)
    {
        Assert.Equal(
            ("缺少未报件数，无法计算", "fact.missing gone"),
            Said($"{{product: [{other}, {Gone}]}}")
        );
        Assert.Equal(
            ("缺少未报件数，无法计算", "fact.missing gone"),
            Said($"{{product: [{Gone}, {other}]}}")
        );
    }

    /// <summary>Neither is what another part has something in its place for.</summary>
    [Theory]
    [InlineData(
        "{mean: [{fact: zero, absent: missing}], whenAllAbsent: 3}",
        Gone,
        "缺少未报件数",
        "fact.missing gone"
    )]
    [InlineData(
        $"{{firstPresent: [{Out}, {Done}]}}",
        "{fact: zero, absent: excluded}",
        "缺少零件数",
        "fact.absent zero"
    )]
    [InlineData(
        $"{{mean: [{Out}, {Done}]}}",
        "{fact: zero, absent: excluded}",
        "缺少零件数",
        "fact.absent zero"
    )]
    [InlineData(
        $"{{median: [{Out}, {Done}]}}",
        "{fact: zero, absent: excluded}",
        "缺少零件数",
        "fact.absent zero"
    )]
    public void PartThatIsReplacedOrLeftOut_IsNotNamed(
        string other,
        string value,
        string line,
        string finding
    ) => Assert.Equal(($"{line}，无法计算", finding), Said($"{{product: [{other}, {value}]}}"));

    /// <summary>What another value leaves out would leave no total either, were the missing fact reported.</summary>
    [Theory]
    [InlineData("left")]
    [InlineData("{rank: left}")]
    public void ValueThatIsLeftOut_IsFoundAsWell(string other) =>
        Assert.Equal(
            ("缺少未报件数，无法计算", "fact.absent out, fact.missing gone"),
            Said($"{{product: [{other}, {Gone}]}}")
        );

    [Theory]
    [InlineData(Gone, "缺少未报件数", "fact.missing gone")]
    [InlineData(
        "{fact: gone, figure: count, absent: missing}",
        "缺少未报件数参与数",
        "fact.missing gone"
    )]
    [InlineData(
        "{fact: gone, figure: eligible, absent: missing}",
        "缺少未报件数应参与数",
        "fact.missing gone"
    )]
    [InlineData("{meanOf: nobody, absent: missing}", "缺少无人评议", "fact.missing nobody")]
    [InlineData("{fact: unvoted, absent: missing}", "缺少未测评", "fact.missing unvoted")]
    [InlineData($"{{ratio: [{Done}, {{difference: [2, 2]}}]}}", "2 − 2为 0", "fact.absent work")]
    [InlineData(
        $"{{ratio: [{Done}, {{fact: zero, absent: 0}}]}}",
        "零件数为 0",
        "fact.absent work"
    )]
    [InlineData($"{{firstPresent: [{Out}, {Gone}]}}", "缺少未报件数", "fact.missing gone")]
    [InlineData("divided", "缺少除数", "fact.absent divided")]
    [InlineData("{rank: divided}", "缺少除数", "fact.absent divided")]
    [InlineData(
        "M",
        "缺少社建办评分（上半年），缺少社建办评分（下半年）",
        "fact.missing M.社建办.H1, fact.missing M.社建办.H2"
    )]
    [InlineData("N", "缺少社建办评分（下半年）", "fact.missing N.社建办.H2")]
    public void WhatIsLeftOut_IsNotNamedNextToTheGraverReason(
        string value,
        string line,
        string finding
    ) =>
        Assert.Equal(
            ($"{line}，无法计算", finding),
            value is "M" or "N" ? Said(value, value) : Said($"{{product: [{Out}, {value}]}}")
        );

    private static (string Line, string Findings) Said(string value, string step = "work")
    {
        var line = value is "M" or "N" ? value : "L";
        var result = new ExampleScheme
        {
            Facts = """
                gone: {title: 未报件数, unit: 件, reportedBy: office}
                out: {title: 不计件数, unit: 件, reportedBy: office}
                zero: {title: 零件数, unit: 件, reportedBy: office}
                named: {title: 评议, unit: 分, range: {from: 0, to: 8}, by: any, reportedBy: office}
                nobody: {title: 无人评议, unit: 分, range: {from: 0, to: 8}, by: any, reportedBy: office}
                voted: {title: 测评, unit: 分, range: {from: 0, to: 5}, reportedBy: panel}
                unvoted: {title: 未测评, unit: 分, range: {from: 0, to: 5}, reportedBy: panel}
                """,
            Measures = $$"""
                - {id: shown, title: 备查, unit: 件, value: {{Done}}, clause: 一, quote: 一}
                - {id: left, title: 不计, unit: 件, value: {{Out}}, clause: 一, quote: 一}
                - {id: divided, title: 除数, value: {ratio: [{{Done}}, {difference: [2, 2]}]}, clause: 一, quote: 一}
                - {id: scored, title: 评分, value: {{(
                    value is "M" or "N" ? "1" : "L"
                )}}, clause: 一, quote: 一}
                - {id: others, title: 其他, value: {product: [{fact: gone, absent: 0}, {fact: zero, absent: 0}, {meanOf: named, absent: 0}, {meanOf: nobody, absent: 0}, {fact: voted, absent: 0}, {fact: unvoted, absent: 0}]}, clause: 一, quote: 一}
                """,
            Value = value,
            Rest = Collection(line),
        }.Evaluate([
            new("a01", "done", 5, Count: 7),
            new("a01", "named", 3, "某人"),
            new("a01", "voted", 4, Count: 9, Eligible: 10),
            .. Scored(line).Select(period => new Fact("a01", line, 4, "社建办", period)),
        ]);

        Assert.Null(result.Areas[0].Total);
        return (
            ItemsTest.Node(result.Explain("a01"), step).Arithmetic,
            string.Join(", ", result.Findings.Select(one => $"{one.Code} {one.Detail}"))
        );
    }

    /// <summary>In which periods the line is scored.</summary>
    private static string[] Scored(string line) =>
        line switch
        {
            "L" => ["H1", "H2"],
            "N" => ["H1"],
            _ => [],
        };

    /// <summary>A line that its department scores by half-years, and a panel with a turnout.</summary>
    private static string Collection(string line) =>
        $$"""
            collection:
              lines:
                - {id: {{line}}, title: 线条, departments: [社建办], periods: {H1: 上半年, H2: 下半年, Y: 全年}, sets: [[H1, H2], [Y]], range: {from: 0, to: 5}, clause: 一, quote: 一}
              forms: [{id: f, title: 测评表, range: {from: 0, to: 5}, clause: 一, quote: 一}]
              panels:
                {{Panel("voted")}}
                {{Panel("unvoted")}}
            """;

    private static string Panel(string fact) =>
        $"{fact}: {{title: 测评, unit: area, named: false, raters: {{from: list}}, subjects: [{{of: areas, turnout: {{over: 80%, finding: {fact}.invalid}}}}], form: f, facts: [{{fact: {fact}, count: mean}}], clause: 一, quote: 一}}";
}
