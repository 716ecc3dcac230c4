using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Tests;

/// <summary>A name for which a <c>lookup</c> has no number: refused where it can be known beforehand, found where it happens.</summary>
public sealed class LookupTest
{
    private const string Person = "p01";

    private static ExampleScheme Paying(string who, string value) =>
        new()
        {
            Rest = $$"""
                posts: {secretary: 书记, director: 主任, worker: 社工}
                identities: {civilServant: 公务员, contract: 合同聘用}
                postings: {monthOn: 15, assessed: longest, ties: later, clause: 一, quote: 一}
                staff:
                  classes:
                    - id: everybody
                      title: 工作人员
                      who: {{who}}
                      items:
                        - {id: pay, title: 岗位分, value: {{value}}, clause: 一, quote: 一}
                      total: {title: 总分, decimals: 2, value: pay, clause: 一, quote: 一}
                      rank: {clause: 一, quote: 一}
                """,
        };

    [Theory]
    [InlineData(
        "{post: [secretary, director]}",
        "{lookup: post, values: {secretary: 150, director: 120}}"
    )]
    [InlineData(
        "{not: {post: [worker]}}",
        "{lookup: post, values: {secretary: 150, director: 120}}"
    )]
    [InlineData("{post: [worker]}", "{lookup: post, values: {secretary: 150}, absent: 0}")]
    [InlineData("{post: [worker]}", "{lookup: identity, values: {contract: 100}, absent: 90}")]
    [InlineData(
        "{post: [worker], identity: [contract]}",
        "{lookup: identity, values: {contract: 100}}"
    )]
    [InlineData("{post: [worker]}", "{lookup: areaGrade, values: {合格: 100, 不合格: 90}}")]
    public void LookupOfAllNamesThatCanOccur_IsTaken(string who, string value) =>
        Assert.Empty(Paying(who, value).Problems());

    [Theory]
    [InlineData("{post: [secretary, director]}", "{lookup: post, values: {secretary: 150}}")]
    [InlineData("{not: {post: [worker]}}", "{lookup: post, values: {secretary: 150, worker: 120}}")]
    [InlineData(
        "{post: [worker]}",
        "{lookup: identity, values: {contract: 100, civilServant: 90}}"
    )]
    [InlineData("{post: [worker]}", "{lookup: areaGrade, values: {合格: 100}}")]
    public void LookupWithoutANameThatCanOccur_IsRefused(string who, string value) =>
        Assert.Equal(
            ["lookup-incomplete"],
            Paying(who, value).Problems().Select(problem => problem.Code)
        );

    [Theory]
    [InlineData("worker", 150, false)]
    [InlineData("volunteer", null, true)]
    public void PersonOfAPostThatNobodyDeclared_HasNoTotalAndIsFound(
        string post,
        int? total,
        bool found
    )
    {
        var result = Evaluate(
            Paying(
                "{not: {post: [secretary, director]}}",
                "{max: [0, {lookup: post, values: {worker: 150}}]}"
            ),
            new(Person, "a01", "某人", post)
        );

        Assert.Equal(total, result.Staff[0].Total);
        Assert.Equal(
            found ? [("fact.absent", Person, "pay")] : [],
            result.Findings.Select(one => (one.Code, one.Subject, one.Detail))
        );
    }

    [Fact]
    public void PersonOfAnAreaWithoutTotal_IsNotFoundASecondTime()
    {
        var scheme = Paying(
            "{post: [worker]}",
            "{lookup: areaGrade, values: {合格: 100, 不合格: 90}}"
        );

        var result = ExampleScheme.Evaluate(
            scheme.Read(),
            [],
            [new(Person, "a01", "某人", "worker")]
        );

        Assert.Null(result.Staff[0].Total);
        Assert.Equal("a01", Assert.Single(result.Findings).Subject);
    }

    private static EvaluationResult Evaluate(ExampleScheme scheme, StaffMember person) =>
        ExampleScheme.Evaluate(scheme.Read(), [new("a01", "done", 6)], [person]);
}
