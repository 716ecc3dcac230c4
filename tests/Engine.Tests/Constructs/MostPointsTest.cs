namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// 满分: what a total can come to at most is what the scheme declares. Where the calculation does not say how much that is,
/// nothing is refused.
/// </summary>
public sealed class MostPointsTest
{
    private const string Rated = "{fact: rated, absent: missing}";

    [Theory]
    [InlineData("work", 10)]
    [InlineData("{sum: [work, 5]}", 15)]
    [InlineData($"{{sum: [work, {Rated}]}}", 30)]
    [InlineData("{sum: [work, {meanOf: named, absent: missing}]}", 18)]
    [InlineData("{sum: [work, {fact: voted, absent: missing}]}", 15)]
    [InlineData("{sum: [work, {events: [honour]}]}", 10)]
    [InlineData("{sum: [work, bonus]}", 10)]
    [InlineData("{sum: [work, deduction]}", 10)]
    [InlineData("{sum: [work, shown]}", 32)]
    [InlineData("{difference: [work, 3]}", 10)]
    [InlineData("{difference: [{sum: [work, 2]}, 5]}", 12)]
    [InlineData("{product: [work, 2]}", 20)]
    [InlineData("{product: [2, work, 75%]}", 15)]
    [InlineData($"{{weighted: [{{weight: 40%, of: work}}, {{weight: 60%, of: {Rated}}}]}}", 16)]
    [InlineData("{scale: work, points: 25}", 25)]
    [InlineData("{scale: work, points: whole}", 12)]
    [InlineData("{round: {sum: [work, 5]}, decimals: 1}", 15)]
    [InlineData("{sum: [work, 5], absent: 0}", 15)]
    [InlineData("{max: [0, {sum: [work, 5]}]}", 15)]
    [InlineData("{max: [{sum: [work, 5]}, 16]}", 16)]
    [InlineData("{min: [{sum: [work, 5]}, 14]}", 14)]
    [InlineData("{min: [{sum: [work, 5]}, 16, 17]}", 15)]
    [InlineData("{sum: [work, {fact: voted, figure: count, absent: 0}]}", null)]
    [InlineData("{sum: [work, {fact: counted, absent: missing}]}", null)]
    [InlineData("{product: [work, {fact: counted, absent: missing}]}", null)]
    [InlineData(
        "{weighted: [{weight: 40%, of: work}, {weight: 60%, of: {fact: counted, absent: missing}}]}",
        null
    )]
    [InlineData($"{{min: [work, {Rated}]}}", null)]
    [InlineData($"{{max: [work, {Rated}]}}", null)]
    [InlineData("{max: [0, {sum: [work, {fact: counted, absent: missing}]}]}", null)]
    public void Total_ComesAtMostToWhatItsCalculationSays(string total, int? most)
    {
        var problems = Scheme(total).Problems().Select(problem => problem.Message);

        Assert.Equal(
            most is null or 10
                ? []
                : [$"按“total”的算法，总分最多 {most} 分（加分、减分不算），这里写的是 10"],
            problems
        );
    }

    private static ExampleScheme Scheme(string total) =>
        new()
        {
            Facts = """
                rated: {title: 评价, unit: 分, range: {from: 0, to: 20}, reportedBy: office}
                named: {title: 评议, unit: 分, range: {from: 0, to: 8}, by: any, reportedBy: office}
                counted: {title: 计分, unit: 分, reportedBy: office}
                voted: {title: 测评, unit: 分, range: {from: 0, to: 5}, reportedBy: panel}
                """,
            Parameters = "whole: {title: 折算分值, value: 12, unit: 分, clause: 一, quote: 一}",
            Events = "honour: {title: 表彰, each: 2, clause: 一, quote: 一}",
            // What the total does not read is read here.
            Measures = $$"""
                - {id: shown, title: 备查, unit: 分, value: {sum: [{{Rated}}, 2]}, clause: 一, quote: 一}
                - {id: others, title: 其他, value: {product: [{meanOf: named, absent: 0}, {fact: voted, absent: 0}, {fact: counted, absent: 0}, whole]}, clause: 一, quote: 一}
                """,
            Value = "{min: [10, {product: [{fact: done, absent: missing}, bonus, deduction]}]}",
            Total = total,
            More = """
                bonus: {title: 加分, value: {sum: [{events: [honour]}, 3]}, clause: 一, quote: 一}
                deduction: {title: 减分, value: 4, clause: 一, quote: 一}
                """,
            Rest = """
                collection:
                  forms: [{id: f, title: 测评表, range: {from: 0, to: 5}, clause: 一, quote: 一}]
                  panels:
                    voted:
                      title: 测评
                      unit: area
                      named: false
                      raters: {from: list}
                      subjects: [{of: areas, turnout: {over: 80%, finding: turnout.invalid}}]
                      form: f
                      facts: [{fact: voted, count: mean}]
                      clause: 一
                      quote: 一
                """,
        };
}
