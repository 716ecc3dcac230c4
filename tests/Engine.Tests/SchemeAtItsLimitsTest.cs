using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

/// <summary>What is just allowed: at the ends of ranges, shares of nothing and of all.</summary>
public sealed class SchemeAtItsLimitsTest
{
    private const string Sound = """
        scheme: shili-2025
        title: 示例镇居民区工作考核办法
        township: 示例镇
        year: 2025
        source: {file: source.md, title: 示例镇居民区工作考核办法, issuer: 中共示例镇委员会}
        conventions: {rounding: halfUp, ties: shareBetter, order: highestFirst}

        facts:
          visited: {title: 走访户数, unit: 户, range: {from: 0, to: 100}, reportedBy: panel}

        collection:
          lines:
            - {id: L1, title: 条线评分, departments: [社建办], range: {from: 0, to: 40}, clause: 一（二）, quote: 年底评一次}
          forms:
            - id: ballot
              title: 测评表
              bands: [{name: 优秀, from: 80, to: 100, atMost: 30%}, {name: 其他, from: 0, to: 79}]
              clause: 一（二）
              quote: 满分40分
          panels:
            visits:
              title: 走访评议
              unit: area
              named: false
              raters: {from: list}
              subjects: [{of: areas}]
              form: ballot
              facts: [{fact: visited, count: mean}]
              clause: 一（二）
              quote: 满分40分

        areas:
          points: 100
          items:
            - {id: visits, title: 走访服务, points: 60, value: {scale: {fact: visited, absent: missing}}, clause: 一（一）, quote: 走访100户得满分60分}
            - {id: lines, title: 条线评分, points: 40, value: L1, clause: 一（二）, quote: 满分40分}
          total: {title: 总分, decimals: 2, value: {sum: [visits, lines]}, clause: 二（一）, quote: 总分为各项得分之和}
          rank: {clause: 二（一）, quote: 同分同名次}
          grades:
            - {name: 优秀, quota: {share: 30%}, clause: 二（二）, quote: 前30%为优秀}
            - {name: 合格, atLeast: 60, clause: 二（二）, quote: 60分以上为合格}
            - {name: 不合格, clause: 二（二）, quote: 其余为不合格}
          tiers:
            - {name: A, toRank: 2, clause: 二（三）, quote: 前2名为A档}
            - {name: B, clause: 二（三）, quote: 其余为B档}
        """;

    [Theory]
    [InlineData("", "")]
    [InlineData("range: {from: 0, to: 40}", "range: {from: 40, to: 40}")]
    [InlineData("to: 79}", "to: 79.9}")]
    [InlineData("{name: 其他, from: 0, to: 79}", "{name: 其他, from: 79, to: 79}")]
    [InlineData("atMost: 30%", "atMost: 100%")]
    [InlineData("atMost: 30%", "atMost: 0%")]
    [InlineData("quota: {share: 30%}", "quota: {share: 100%}")]
    [InlineData("decimals: 2", "decimals: 0")]
    [InlineData("decimals: 2", "decimals: 10")]
    [InlineData("toRank: 2", "toRank: 1")]
    [InlineData(
        "title: 测评表",
        "title: 测评表\n      anchors: [{from: 100, to: 100, text: 都走到}, {from: 0, to: 99, text: 没有}]"
    )]
    [InlineData(
        "    - {name: 不合格,",
        "    - {name: 及格, atLeast: 59.9, clause: 二（二）, quote: 其余}\n    - {name: 不合格,"
    )]
    public void WhatIsJustAllowed_IsRead(string old, string replacement) =>
        Assert.Empty(Problems(old, replacement));

    [Theory]
    [InlineData("to: 79}", "to: 80}", "form-bands-overlap")]
    [InlineData("atMost: 30%", "atMost: 100.1%", "share-impossible")]
    [InlineData("atMost: 30%", "atMost: -1%", "share-impossible")]
    [InlineData("quota: {share: 30%}", "quota: {share: 100.1%}", "share-impossible")]
    [InlineData("decimals: 2", "decimals: 11", "decimals-out-of-range")]
    [InlineData("toRank: 2", "toRank: 0", "tiers-not-ascending")]
    [InlineData("toRank: 2", "toRank: 1.5", "rank-not-whole")]
    [InlineData(
        "    - {name: 不合格,",
        "    - {name: 及格, atLeast: 60, clause: 二（二）, quote: 其余}\n    - {name: 不合格,",
        "unreachable"
    )]
    public void WhatIsJustBeyond_IsRefused(string old, string replacement, string code) =>
        Assert.Contains(code, Problems(old, replacement).Select(problem => problem.Code));

    private static IReadOnlyList<SchemeProblem> Problems(string old, string replacement) =>
        SchemeReader.Check(
            old.Length == 0 ? Sound : Sound.Replace(old, replacement, StringComparison.Ordinal),
            "scheme.yaml"
        );
}
