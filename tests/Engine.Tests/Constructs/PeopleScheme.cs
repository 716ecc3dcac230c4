using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>A class of people with one item, whose calculation a test writes; everything that it can read is there.</summary>
internal sealed class PeopleScheme(string value)
{
    private readonly ExampleScheme _scheme = new()
    {
        Facts = """
            line: {title: 线条评分, unit: 分, range: {from: 0, to: 10}, reportedBy: office}
            gone: {title: 未报数, unit: 分, range: {from: 0, to: 10}, reportedBy: office}
            cases: {title: 案件数, unit: 件, reportedBy: office}
            named: {title: 评议, unit: 分, range: {from: 0, to: 8}, by: any, reportedBy: office}
            counted: {title: 计件, unit: 件, range: {from: 0, to: 8}, by: any, reportedBy: office}
            """,
        Parameters = """
            instead: {title: 缺数时, value: 7, unit: 分, clause: 一, quote: 一}
            money: {title: 金额, value: 100, unit: 元, clause: 一, quote: 一}
            """,
        Events = "honour: {title: 表彰, each: 2, clause: 一, quote: 一}",
        Measures =
            "- {id: shown, title: 备查, value: {ratio: [{fact: done, absent: missing}, {difference: [2, 2]}]}, clause: 一, quote: 一}",
        Rest = $$"""
            posts: {secretary: 书记, worker: 社工}
            identities: {contract: 合同聘用}
            postings: {monthOn: 15, assessed: longest, ties: later, clause: 一, quote: 一}
            staff:
              classes:
                - id: everybody
                  title: 工作人员
                  who: {post: [secretary, worker]}
                  measures:
                    - {id: line, title: 线条分, value: {fact: line, absent: excluded}, clause: 一, quote: 一}
                    - {id: gone, title: 未报, value: {fact: gone, absent: excluded}, clause: 一, quote: 一}
                    - {id: others, title: 其他, value: {product: [{fact: cases, absent: 0}, {meanOf: named, absent: 0}, {meanOf: counted, absent: 0}, {events: [honour]}, instead, money]}, clause: 一, quote: 一}
                  items:
                    - {id: item, title: 项目, value: {{value}}, clause: 一, quote: 一}
                  total: {title: 总分, decimals: 2, value: item, clause: 一, quote: 一}
                  rank: {clause: 一, quote: 一}
            """,
    };

    internal IReadOnlyList<SchemeProblem> Problems() => _scheme.Problems();

    /// <summary>A worker with 4 and a colleague with 6 in the line.</summary>
    /// <param name="done">Of their area; null where nobody has reported it.</param>
    /// <param name="more">Further facts.</param>
    internal EvaluationResult Evaluated(int? done, params Fact[] more) =>
        ExampleScheme.Evaluate(
            _scheme.Read(),
            [
                .. done is { } number ? [new("a01", "done", number)] : Array.Empty<Fact>(),
                new("p01", "line", 4),
                new("p02", "line", 6),
                new("p01", "cases", 3),
                .. more,
            ],
            [new("p01", "a01", "甲", "worker"), new("p02", "a01", "乙", "worker")]
        );
}
