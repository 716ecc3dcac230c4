using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Policies;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

/// <summary>What is reported to a district office about each scheme.</summary>
public sealed class PolicyCheckTest
{
    private const string Shanghai = "shanghai-burden-relief";
    private const string Jingan = "jingan-guidance";
    private const string Secretary = "secretary-framework";

    [Fact]
    public void Departure_SaysWhatIsAskedWhyAndWhere()
    {
        var departure = Check(Shanghai, SchemeFolder.Read("danan-2017"))
            .Departures.Single(one => one.Code == "policy-voice-share");

        Assert.Equal(
            "scheme.yaml:515:14 条款“二（一）3”：群众评价（群众满意度测评）占居民区总分的 2.31%，应当不低于 60%；"
                + "政策“上海市居村组织考核减负要求”的“群众评价占比”，见三（二）："
                + "将群众满意度作为评价居民区工作实效的重要指标,考核分值占比60%（policy-voice-share）",
            departure.ToString()
        );
        Assert.Equal("占比高于 60% 也可以", departure.Ground.Chosen);
    }

    [Fact]
    public void RulesOfAreas_DoNotApplyWhereOnlyStaffIsAssessed()
    {
        var report = Check(Shanghai, SchemeFolder.Read("secretary-three-reviews"));

        Assert.Empty(report.Applied);
        Assert.Equal(14, report.NotApplicable.Count);
    }

    // Residents' voice at least 60%: at the limit, just below, just above.
    [Theory]
    [InlineData(60, 40, true)]
    [InlineData(59.9, 40.1, false)]
    [InlineData(60.1, 39.9, true)]
    public void ResidentsVoice_CountsByPoints(decimal voice, decimal others, bool kept)
    {
        var scheme = Changed(
            "gaojing-2024",
            ("      points: 60\n", $"      points: {voice}\n"),
            ("          points: 24\n", $"          points: {voice - 36m}\n"),
            ("      points: 40\n", $"      points: {others}\n"),
            ("          points: 9\n", $"          points: {others - 31m}\n")
        );

        Assert.Equal(kept, Check(Shanghai, scheme).Departures.Count == 0);
    }

    [Theory]
    [InlineData("60%", "30%", true)]
    [InlineData("59.9%", "30.1%", false)]
    [InlineData("60.1%", "29.9%", true)]
    public void ResidentsVoice_CountsByWeights(string masses, string street, bool kept)
    {
        var scheme = Changed(
            "jingan-guidance",
            ("{title: 党员群众测评权重, value: 40%", $"{{title: 党员群众测评权重, value: {masses}"),
            (
                "{title: 街道（镇）考评权重, value: 50%",
                $"{{title: 街道（镇）考评权重, value: {street}"
            )
        );

        Assert.Equal(kept, Check(Shanghai, scheme).Departures.Count == 0);
    }

    [Fact]
    public void ResidentsVoiceWithinAnItem_CountsByItsPartOfTheWhole()
    {
        var scheme = Changed(
            "gaojing-2024",
            ("      voice: residents\n", ""),
            (
                "          title: 日常走访联系居民群众、重点群体情况\n",
                "          title: 日常走访联系居民群众、重点群体情况\n          voice: residents\n"
            )
        );

        var departure = Assert.Single(Check(Shanghai, scheme).Departures);
        Assert.StartsWith(
            "群众评价（日常走访联系居民群众、重点群体情况）占居民区总分的 18%，",
            departure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ResidentsVoiceThatNoItemIs_IsFoundAtTheTotal()
    {
        var scheme = Changed("gaojing-2024", ("      voice: residents\n", ""));

        var departure = Assert.Single(Check(Shanghai, scheme).Departures);
        Assert.Equal(("policy-voice-share", "四（一）"), (departure.Code, departure.Clause));
        Assert.Contains("没有一个项目是群众评价", departure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("消防和社区安全宣传", null)]
    [InlineData("安全生产知识宣传", null)]
    [InlineData("安全生产入户宣传教育", null)]
    [InlineData("安全生产", "安全生产")]
    [InlineData("安全生产责任，另开展安全生产宣传", "安全生产")]
    [InlineData("签订安全工作责任制", "安全工作责任制")]
    [InlineData("协助房屋征收补偿", "征收补偿")]
    [InlineData("招商服务", "招商")]
    [InlineData("平台登录打卡", "登录打卡")]
    [InlineData("公众号关注人数", "关注人数")]
    [InlineData("综合执法中队评分", null)]
    [InlineData("参与综合执法", "综合执法")]
    public void ForbiddenWords_AreFoundInTitlesButNotWithinExceptions(string title, string? word)
    {
        var scheme = Changed(
            "gaojing-2024",
            ("          title: 服务凝聚群众\n", $"          title: {title}\n")
        );

        var departures = Check(Shanghai, scheme).Departures;

        Assert.Equal(word is null ? 0 : 1, departures.Count);
        Assert.All(
            departures,
            departure =>
            {
                Assert.Equal("policy-forbidden-word", departure.Code);
                Assert.Contains($"涉及“{word}”", departure.Message, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("18", "18", true)]
    [InlineData("16", "20", true)]
    [InlineData("20", "16", true)]
    [InlineData("15.9", "20", false)]
    [InlineData("16", "20.1", false)]
    public void Points_MayBeChangedByTheTolerance(string party, string autonomy, bool kept)
    {
        var rest = 100m - 60m - 4m - decimal.Parse(party) - decimal.Parse(autonomy);
        var scheme = Changed(
            "jingan-guidance",
            ("title: 社区党建工作, points: 18", $"title: 社区党建工作, points: {party}"),
            ("title: 社区自治工作, points: 18", $"title: 社区自治工作, points: {autonomy}"),
            ("title: 其他工作, points: 4", $"title: 其他工作, points: {rest + 4m}")
        );

        var codes = Check(Jingan, scheme).Departures.Select(departure => departure.Code);

        Assert.Equal(kept ? [] : ["policy-points"], codes);
    }

    [Theory]
    [InlineData("points.party", 25, 25.5, 24.5)]
    [InlineData("points.integrity", 15, 15.5, 14.5)]
    public void SecretaryPoints_LieInTheirRanges(
        string parameter,
        decimal most,
        decimal above,
        decimal below
    )
    {
        Assert.Empty(DeparturesWith(most));
        Assert.Equal(["policy-points"], DeparturesWith(above));
        Assert.Empty(DeparturesWith(below));

        IEnumerable<string> DeparturesWith(decimal points)
        {
            var scheme = Changed(
                "secretary-three-reviews",
                (
                    LineOf(parameter),
                    LineOf(parameter)
                        .Replace($"2025: {most}", $"2025: {points}", StringComparison.Ordinal)
                ),
                (
                    "points.key:\n    {title: 重点工作与创新突破分值, values: {2025: 25}",
                    $"points.key:\n    {{title: 重点工作与创新突破分值, values: {{2025: {25m + most - points}}}"
                )
            );
            return Check(Secretary, scheme).Departures.Select(departure => departure.Code);
        }

        static string LineOf(string parameter) =>
            SchemeFolder
                .Text("secretary-three-reviews", "scheme.yaml")
                .Split('\n')
                .SkipWhile(line => line != $"  {parameter}:")
                .ElementAt(1);
    }

    [Fact]
    public void SeveralLevelsOfAVeto_AreCounted()
    {
        var scheme = Changed(
            "secretary-three-reviews",
            (
                "    mark: veto\n",
                "    mark: veto\n    levels: {a: {title: 违纪}, b: {title: 信访}, c: {title: 其他}}\n"
            )
        );

        var departure = Assert.Single(Check(Secretary, scheme).Departures);
        Assert.Equal("policy-vetoes", departure.Code);
        Assert.Contains(
            "3 项（违纪、信访、其他），应当不超过 2 项",
            departure.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("居民区优秀比例, value: 20%", "居民区优秀比例, value: 20.1%", "policy-grade-quota")]
    [InlineData("A档比例上限, value: 20%", "A档比例上限, value: 20.1%", "policy-form-band")]
    [InlineData("A档比例上限, value: 20%", "A档比例上限, value: 19.9%", null)]
    public void SharesOfGradesAndForms_HaveALimit(string old, string replacement, string? code)
    {
        var departures = Check(Jingan, Changed("jingan-guidance", (old, replacement))).Departures;

        Assert.Equal(code is null ? [] : [code], departures.Select(departure => departure.Code));
    }

    [Theory]
    [InlineData("month", "12 次")]
    [InlineData("quarter", "4 次")]
    [InlineData("year", "1 次")]
    public void Circulars_AreCountedByTheYear(string every, string times)
    {
        var scheme = Changed("danan-2017", ("    every: quarter\n", $"    every: {every}\n"));

        var departure = Assert.Single(
            Check(Shanghai, scheme).Departures,
            one => one.Code == "policy-circulars"
        );
        Assert.Equal(PolicySeverity.Warn, departure.Severity);
        Assert.Equal($"通报（条线考核定期通报）一年 {times}，应当不发", departure.Message);
    }

    // 4 a year: at the limit, just below, just above.
    [Theory]
    [InlineData("4", true)]
    [InlineData("5", true)]
    [InlineData("3", false)]
    public void Circulars_MayBeIssuedUpToTheLimit(string atMost, bool kept)
    {
        var policy = Policy($"kind: circulars, of: areas, atMost: {atMost}");

        var codes = PolicyCheck
            .Check(policy, SchemeFolder.Read("danan-2017"), "scheme.yaml")
            .Departures.Select(departure => departure.Code);

        Assert.Equal(kept ? [] : ["policy-circulars"], codes);
    }

    [Fact]
    public void ItemAssessedOnSite_IsWarnedOfUnlessItIsExcepted()
    {
        const string Code = "policy-on-site";
        Assert.DoesNotContain(
            Check(Shanghai, SchemeFolder.Read("jiuting-2025")).Departures,
            one => one.Code == Code
        );

        var scheme = Changed(
            "jiuting-2025",
            (
                "title: 加强党组织建设, points: 15,",
                "title: 加强党组织建设, points: 15, onSite: true,"
            )
        );
        var departure = Assert.Single(Check(Shanghai, scheme).Departures, one => one.Code == Code);

        Assert.Equal(PolicySeverity.Warn, departure.Severity);
        Assert.StartsWith(
            "考核项目“加强党组织建设”列为实地考核（onSite: true），实地考核应当只限“群众满意度测评”、",
            departure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void LineAssessedOnSite_IsFoundWhereNothingIsExcepted()
    {
        var scheme = Changed(
            "jiuting-2025",
            ("      leads: [平安办]\n", "      leads: [平安办]\n      onSite: true\n")
        );

        var departures = PolicyCheck
            .Check(Policy("kind: onSite, of: areas"), scheme, "scheme.yaml")
            .Departures;

        Assert.Equal(
            [
                "评分线条“维护社会和谐稳定”列为实地考核（onSite: true），应当不搞实地考核",
                "考核项目“群众满意度测评”列为实地考核（onSite: true），应当不搞实地考核",
                "考核项目“为群众办实事、解决“急难愁盼”问题情况”列为实地考核（onSite: true），应当不搞实地考核",
            ],
            departures.Select(departure => departure.Message)
        );
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", except: [维护社会和谐稳定]", false)]
    [InlineData(", except: [R3]", false)]
    [InlineData(", except: [R2]", true)]
    public void Ledgers_AreRefusedUnlessTheyAreExcepted(string except, bool found)
    {
        var scheme = Changed(
            "jiuting-2025",
            ("      leads: [平安办]\n", "      leads: [平安办]\n      ledger: true\n")
        );

        var departures = PolicyCheck
            .Check(Policy($"kind: ledgers, of: areas{except}"), scheme, "scheme.yaml")
            .Departures;

        Assert.Equal(
            found ? [("policy-ledger", PolicySeverity.Refuse)] : [],
            departures.Select(departure => (departure.Code, departure.Severity))
        );
    }

    [Theory]
    [InlineData("签订责任状", "policy-forbidden-word", true)]
    [InlineData("签订责任书", "policy-forbidden-word", true)]
    [InlineData("签订安全责任书", "policy-forbidden-word", false)]
    public void PledgesAreWarnedOf_WhatIsForbiddenIsRefused(
        string title,
        string code,
        bool isWarned
    )
    {
        var scheme = Changed(
            "gaojing-2024",
            ("          title: 服务凝聚群众\n", $"          title: {title}\n")
        );

        var departure = Assert.Single(Check(Shanghai, scheme).Departures);

        Assert.Equal(
            (code, isWarned ? PolicySeverity.Warn : PolicySeverity.Refuse),
            (departure.Code, departure.Severity)
        );
        Assert.EndsWith(
            isWarned ? "，应当严格控制" : "，不得列入考核",
            departure.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            isWarned,
            departure.ToString().Contains(" 提醒：条款“", StringComparison.Ordinal)
        );
    }

    private static Policy Policy(string rule) =>
        PolicyReader.Read(
            $$"""
            policy: district
            title: 区政策
            source: {file: source.md, title: 文件}
            rules:
              - {title: 规则, {{rule}}, basis: 区里的要求}
            """,
            "policy.yaml"
        );

    private static PolicyReport Check(string policy, Scheme scheme) =>
        PolicyCheck.Check(PolicyFolder.Read(policy), scheme, "scheme.yaml");

    private static Scheme Changed(string scheme, params (string Old, string New)[] changes)
    {
        var text = SchemeFolder.Text(scheme, "scheme.yaml");
        foreach (var (old, replacement) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, replacement, StringComparison.Ordinal);
        }
        return SchemeReader.Read(text, "scheme.yaml");
    }
}
