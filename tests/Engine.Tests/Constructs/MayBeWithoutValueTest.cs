using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// A requirement and a condition that cannot be looked at because their calculation has no value are found, whatever the
/// construct; what the scheme leaves out requires nothing, but decides nothing either.
/// </summary>
public sealed class MayBeWithoutValueTest
{
    private const string Missing = "{fact: late, absent: missing}";
    private const string Excluded = "{fact: late, absent: excluded}";

    [Theory]
    [InlineData(Missing, "fact.missing late", "fact.missing late")]
    [InlineData(Excluded, null, "fact.absent late")]
    [InlineData("{meanOf: named, absent: missing}", "fact.missing named", "fact.missing named")]
    [InlineData("{meanOf: named, absent: excluded}", null, "fact.absent named")]
    [InlineData("{fact: voted, absent: missing}", "fact.missing voted", "fact.missing voted")]
    [InlineData("{fact: voted, absent: excluded}", null, "fact.absent voted")]
    [InlineData($"{{sum: [1, {Missing}]}}", "fact.missing late", "fact.missing late")]
    [InlineData(
        $"{{sum: [1, {Excluded}], absent: missing}}",
        "fact.missing late",
        "fact.missing late"
    )]
    [InlineData($"{{sum: [1, {Excluded}], absent: excluded}}", null, "fact.absent late")]
    [InlineData($"{{sum: [1, {Missing}], absent: 0}}", "fact.missing late", "fact.missing late")]
    [InlineData($"{{mean: [{Excluded}]}}", null, "fact.absent late")]
    [InlineData($"{{median: [{Missing}, 1]}}", "fact.missing late", "fact.missing late")]
    [InlineData($"{{firstPresent: [{Missing}, 1]}}", "fact.missing late", "fact.missing late")]
    [InlineData($"{{firstPresent: [{Excluded}, {Excluded}]}}", null, "fact.absent late")]
    [InlineData($"{{ratio: [{Missing}, 2]}}", "fact.missing late", "fact.missing late")]
    [InlineData($"{{ratio: [2, {Missing}]}}", "fact.missing late", "fact.missing late")]
    [InlineData("{ratio: [2, {fact: late, absent: 0}]}", "fact.absent 要求", "fact.absent 合格")]
    [InlineData("{ratio: [2, 0]}", "fact.absent 要求", "fact.absent 合格")]
    [InlineData(
        "{product: [1, {ratio: [2, {fact: late, absent: 0}]}]}",
        "fact.absent 要求",
        "fact.absent 合格"
    )]
    [InlineData($"{{round: {Missing}, decimals: 0}}", "fact.missing late", "fact.missing late")]
    [InlineData($"{{scale: {Missing}, points: 10}}", "fact.missing late", "fact.missing late")]
    [InlineData(
        $"{{steps: {Missing}, through: [{{to: 1, value: 1}}], otherwise: 2}}",
        "fact.missing late",
        "fact.missing late"
    )]
    [InlineData(
        $"{{deduct: {Missing}, from: 10, each: 1, floor: 0}}",
        "fact.missing late",
        "fact.missing late"
    )]
    [InlineData("shown", null, "fact.absent late")]
    [InlineData("{rank: shown}", null, "fact.absent late")]
    [InlineData("divided", "fact.absent divided", "fact.absent divided")]
    [InlineData("{rank: divided}", "fact.absent divided", "fact.absent divided")]
    [InlineData("{sum: [1, divided], absent: 5}", null, null)]
    [InlineData($"{{mean: [{Missing}], whenAllAbsent: 3}}", null, null)]
    [InlineData("{ratio: [{fact: done, absent: missing}, 2]}", null, null)]
    [InlineData("{fact: late, absent: 3}", null, null)]
    [InlineData("{meanOf: named, absent: 3}", null, null)]
    [InlineData("{fact: voted, absent: 3}", null, null)]
    [InlineData($"{{firstPresent: [{Excluded}, 3]}}", null, null)]
    [InlineData($"{{sum: [1, {Excluded}], absent: 3}}", null, null)]
    public void RequirementOrCondition_ThatCannotBeLookedAt_IsFound(
        string value,
        string? required,
        string? decided
    )
    {
        Assert.Equal(required, Found(Requiring(value)));
        Assert.Equal(decided, Found(Deciding(value)));
    }

    [Fact]
    public void VoteOfTooFew_LeavesTheConditionOpen_AndIsFoundOnce()
    {
        var result = ExampleScheme.Evaluate(
            Deciding("{fact: voted, absent: missing}").Read(),
            [new("a01", "done", 5), new("a01", "voted", 3, Count: 1, Eligible: 10)]
        );

        Assert.Equal("不合格", result.Areas[0].Grade);
        Assert.Equal(["turnout.invalid"], result.Findings.Select(one => one.Code));
    }

    private static string? Found(ExampleScheme scheme)
    {
        var result = scheme.Evaluate(new Fact("a01", "done", 5));
        Assert.Equal(5, result.Areas[0].Total);
        return result.Findings is [] ? null : string.Join(", ", result.Findings.Select(Written));
    }

    private static string Written(Finding finding) => $"{finding.Code} {finding.Detail}";

    private static ExampleScheme Requiring(string value) =>
        Scheme(
            $"findings: [{{code: required, detail: r, title: 要求, value: {value}, atLeast: 0, clause: 一, quote: 一}}]"
        );

    private static ExampleScheme Deciding(string value) =>
        Scheme(
            "",
            $"[{{name: 合格, when: {{value: {value}, atLeast: 1000}}, clause: 一, quote: 一}}, {{name: 不合格, clause: 一, quote: 一}}]"
        );

    private static ExampleScheme Scheme(string more, string? grades = null) =>
        new()
        {
            Facts = """
                late: {title: 逾期件数, unit: 件, reportedBy: office}
                named: {title: 评议, unit: 分, range: {from: 0, to: 8}, by: any, reportedBy: office}
                voted: {title: 测评, unit: 分, range: {from: 0, to: 5}, reportedBy: panel}
                """,
            Measures = $$"""
                - {id: shown, title: 备查, unit: 件, value: {{Excluded}}, clause: 一, quote: 一}
                - {id: divided, title: 除数, value: {ratio: [{fact: done, absent: missing}, {fact: late, absent: 0}]}, clause: 一, quote: 一}
                - {id: others, title: 其他, value: {product: [{meanOf: named, absent: 0}, {fact: voted, absent: 0}]}, clause: 一, quote: 一}
                """,
            More = more,
            Grades =
                grades
                ?? "[{name: 合格, atLeast: 6, clause: 一, quote: 一}, {name: 不合格, clause: 一, quote: 一}]",
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
