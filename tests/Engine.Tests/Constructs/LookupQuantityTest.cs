namespace Assessment.Engine.Tests.Constructs;

/// <summary>
/// What the numbers of a table are in a product of points: 系数 where another factor has the points already, 分值 where none
/// has.
/// </summary>
public sealed class LookupQuantityTest
{
    private const string Table = "{lookup: post, values: {secretary: 2, worker: 3}}";

    [Theory]
    [InlineData("{fact: line, absent: 0}", true)]
    [InlineData("{fact: cases, absent: 0}", false)]
    [InlineData("{fact: line, figure: count, absent: 0}", false)]
    [InlineData("{meanOf: named, absent: 0}", true)]
    [InlineData("{meanOf: counted, absent: 0}", false)]
    [InlineData("{ofArea: total}", true)]
    [InlineData("{ofArea: rank}", false)]
    [InlineData("{ofArea: work}", true)]
    [InlineData("line", true)]
    [InlineData("{rank: line}", false)]
    [InlineData("{peersMean: line, absent: 0}", true)]
    [InlineData("{events: [honour]}", true)]
    [InlineData("instead", true)]
    [InlineData("money", false)]
    [InlineData("3", true)]
    [InlineData("30%", false)]
    [InlineData("{sum: [{fact: cases, absent: 0}, {fact: cases, absent: 1}]}", false)]
    [InlineData("{sum: [line, {fact: line, absent: 0}]}", true)]
    [InlineData("{difference: [line, {fact: line, absent: 0}]}", true)]
    [InlineData("{difference: [{fact: cases, absent: 0}, {fact: cases, absent: 1}]}", false)]
    [InlineData("{max: [line, {fact: line, absent: 0}]}", true)]
    [InlineData("{min: [{fact: cases, absent: 0}, {fact: cases, absent: 1}]}", false)]
    [InlineData("{mean: [line, {fact: line, absent: 0}]}", true)]
    [InlineData("{mean: [{fact: cases, absent: 0}]}", false)]
    [InlineData("{median: [line]}", true)]
    [InlineData("{median: [{fact: cases, absent: 0}]}", false)]
    [InlineData("{firstPresent: [line]}", true)]
    [InlineData("{firstPresent: [{fact: cases, absent: excluded}]}", false)]
    [InlineData("{round: line, decimals: 0}", true)]
    [InlineData("{round: {fact: cases, absent: 0}, decimals: 0}", false)]
    [InlineData("{max: [{fact: cases, absent: 0}], absent: 0}", true)]
    [InlineData("{max: [{fact: cases, absent: 0}], absent: excluded}", false)]
    [InlineData("{scale: {fact: cases, absent: 0}, points: instead}", true)]
    [InlineData("{scale: {fact: cases, absent: 0}, points: money}", false)]
    [InlineData("{weighted: [{weight: 100%, of: line}]}", true)]
    [InlineData("{weighted: [{weight: 100%, of: {fact: cases, absent: 0}}]}", false)]
    [InlineData(
        "{deduct: {fact: cases, absent: 0}, from: line, each: instead, floor: instead}",
        true
    )]
    [InlineData(
        "{deduct: {fact: cases, absent: 0}, from: money, each: money, floor: money}",
        false
    )]
    [InlineData(
        "{steps: {fact: cases, absent: 0}, through: [{to: 1, value: 1}], otherwise: 2}",
        true
    )]
    [InlineData("{product: [line, {fact: cases, absent: 0}]}", true)]
    [InlineData("{product: [{fact: cases, absent: 0}, 50%]}", false)]
    [InlineData("{ratio: [line, {fact: cases, absent: 0}]}", true)]
    [InlineData("{ratio: [line, instead]}", false)]
    [InlineData("{ratio: [{fact: cases, absent: 0}, line]}", false)]
    [InlineData("{lookup: identity, values: {contract: instead}, absent: instead}", true)]
    [InlineData("{lookup: identity, values: {contract: money}, absent: money}", false)]
    public void TableInAProduct_IsAFactorWhereAnotherFactorHasThePoints(
        string other,
        bool isFactor
    ) =>
        Assert.Equal(
            isFactor ? "职务系数（书记 2，社工 3）" : "职务分值（书记 2 分，社工 3 分）",
            Rule($"{{product: [{Table}, {other}]}}").Split(" × ")[0]
        );

    [Theory]
    [InlineData($"{{sum: [{Table}, line]}}", "职务分值（书记 2 分，社工 3 分） + 线条分")]
    [InlineData($"{{ratio: [line, {Table}]}}", "线条分 ÷ 职务对应的数（书记 2，社工 3）")]
    [InlineData(
        $"{{deduct: {Table}, from: line, each: 1, floor: 0}}",
        "线条分 − 1 × 职务对应的数（书记 2，社工 3）（不低于 0）"
    )]
    [InlineData(
        "{product: [{lookup: post, values: {secretary: 2}, absent: 1}, line]}",
        "职务系数（书记 2）（没有时取 1） × 线条分"
    )]
    [InlineData(
        "{product: [{lookup: post, values: {secretary: money, worker: money}}, line]}",
        "职务金额（书记 100 元，社工 100 元） × 线条分"
    )]
    public void TableElsewhere_IsCalledWhatItIs(string value, string rule) =>
        Assert.Equal(rule, Rule(value));

    private static string Rule(string value) =>
        ItemsTest.Node(new PeopleScheme(value).Evaluated(6).Explain("p01"), "item").Rule;
}
