using Assessment.Engine.Facts;
using Assessment.Engine.Policies;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

/// <summary>What is reported to a district office where none of the project's schemes departs that way.</summary>
public sealed class RareDeparturesTest
{
    private const char Becomes = '→';
    private const char And = '|';

    /// <summary>Policy and scheme, what is written otherwise in them, and what is said where.</summary>
    [Theory]
    [InlineData(
        "jingan-guidance",
        "",
        "jingan-guidance",
        "title: 社区党建工作, points: 18, →title: 社区党建工作, ",
        "policy-points-missing 四（一）1（1） 「社区党建工作」“社区党建工作”没有写明分值（points），应当是 16 至 20 分"
    )]
    [InlineData(
        "jingan-guidance",
        "社区党建], points: 18→社区党建], points: 20.5",
        "jingan-guidance",
        "",
        "policy-points 四（一）1（1） 「18」“社区党建工作”的分值是 18 分，应当是 18.5 至 22.5 分"
    )]
    [InlineData(
        "secretary-framework",
        "from: 20, to: 25→from: 24.5, to: 24.5",
        "secretary-three-reviews",
        "",
        "policy-points 一1 「points.party」“党建与组织建设”的分值是 25 分，应当是 24.5 分"
    )]
    [InlineData(
        "jingan-guidance",
        "share: 10%→share: 10.5%",
        "jingan-guidance",
        "",
        "policy-weight 五（一）2 「居民区互评」“居民区互评”占总分的 10%，应当是 10.5%"
    )]
    [InlineData(
        "jingan-guidance",
        "band: A→band: B",
        "jingan-guidance",
        "",
        "policy-form-band 五 「-」“考核述职测评表”的“B”档没有写明比例，应当不超过 20%"
    )]
    [InlineData(
        "jingan-guidance",
        "band: A→band: 优秀",
        "danan-2017",
        "",
        "policy-form-band 二（二）3（2） 「-」“分工对应条线工作实绩评分表”的“优秀”档最多 30%，应当不超过 20%"
    )]
    [InlineData(
        "jingan-guidance",
        "grade: 良好→grade: 一般",
        "jingan-guidance",
        "",
        "policy-grade-quota 六（一） 「name: 一般」居民区“一般”等次没有写明名额比例，应当不超过 20%"
    )]
    [InlineData(
        "shanghai-burden-relief",
        "",
        "jingan-guidance",
        "of: masses}→of: {max: [masses, peer]}}",
        "policy-share-unknown 五（一） 「weighted」从居民区总分的算法看不出各项目的占比，无法核对群众评价是否不低于 60%"
    )]
    [InlineData(
        "shanghai-burden-relief",
        "kind: vetoes\n    of: areas→kind: vetoes\n    of: staff",
        "secretary-three-reviews",
        "    mark: veto\n→    mark: veto\n    levels: {a: {title: 违纪}, b: {title: 信访}}\n",
        "policy-vetoes 一1 「{a: {title: 违纪}」“一票否决”事项有 2 项（违纪、信访），应当不超过 1 项"
    )]
    [InlineData(
        "secretary-framework",
        "atMost: 2→atMost: 0",
        "secretary-three-reviews",
        "",
        "policy-vetoes 一1 「veto」“一票否决”事项有 1 项（一票否决），应当不超过 0 项"
    )]
    [InlineData(
        "shanghai-burden-relief",
        "",
        "jingan-guidance",
        "      title: 社区党建工作\n→      title: 社区党建（含招商）\n",
        "policy-forbidden-word 四（一）1（1） 「社区党建（含招商）」评分线条“社区党建（含招商）”涉及“招商”，不得列入考核"
    )]
    [InlineData(
        "shanghai-burden-relief",
        "",
        "gaojing-2024",
        "          title: 服务凝聚群众\n→          title: 安监和招商、再招商\n",
        "policy-forbidden-word 四（二）1（2） 「安监和招商、再招商」考核项目“安监和招商、再招商”涉及“招商”，不得列入考核"
    )]
    [InlineData(
        "shanghai-burden-relief",
        "",
        "jingan-guidance",
        "quote: 社区党建工作（18分）→quote: 社区党建工作（含拆迁）",
        "policy-forbidden-word 四（一）1（1） 「社区党建工作（含拆迁）」考核项目“社区党建工作”涉及“拆迁”（社区党建工作（含拆迁）），不得列入考核"
    )]
    [InlineData(
        "shanghai-burden-relief",
        "",
        "jingan-guidance",
        "      national: {title: 国家级, points: award.single.national}→      national: {title: 招商奖, points: award.single.national}",
        "policy-forbidden-word 四（二）（1） 「national: {title: 招商奖」事项“单项类奖励”涉及“招商”（招商奖），不得列入考核"
    )]
    public void Departure_SaysWhatIsAsked(
        string policy,
        string otherPolicy,
        string scheme,
        string otherScheme,
        string expected
    )
    {
        var text = Changed(SchemeFolder.Text(scheme, "scheme.yaml"), otherScheme);
        var report = PolicyCheck.Check(
            PolicyReader.Read(Changed(PolicyFolder.Text(policy), otherPolicy), "policy.yaml"),
            SchemeReader.Read(text, "scheme.yaml"),
            "scheme.yaml"
        );
        var lines = text.Split('\n');

        Assert.Contains(
            expected,
            report.Departures.Select(departure =>
                $"{departure.Code} {departure.Clause} 「{Place(departure)}」{departure.Message}"
            )
        );

        string Place(PolicyDeparture departure)
        {
            var place = lines[departure.Line - 1][(departure.Column - 1)..];
            var shown = expected[(expected.IndexOf('「') + 1)..expected.IndexOf('」')];
            return place.StartsWith(shown, StringComparison.Ordinal) ? shown : place;
        }
    }

    [Fact]
    public void RuleWithoutAClause_NamesItsBasis()
    {
        var policy = PolicyReader.Read(
            """
            policy: district
            title: 区政策
            source: {file: source.md, title: 文件}
            rules:
              - {title: 群众评价占比, kind: residentsVoice, of: areas, atLeast: 70%, basis: 区里的要求}
            """,
            "policy.yaml"
        );

        var departure = Assert.Single(
            PolicyCheck.Check(policy, SchemeFolder.Read("gaojing-2024"), "scheme.yaml").Departures
        );

        Assert.EndsWith(
            "占居民区总分的 60%，应当不低于 70%；政策“区政策”的“群众评价占比”，依据：区里的要求（policy-voice-share）",
            departure.ToString(),
            StringComparison.Ordinal
        );
    }

    private static string Changed(string text, string changes)
    {
        foreach (var change in changes.Split(And, StringSplitOptions.RemoveEmptyEntries))
        {
            var (old, replacement) = (change.Split(Becomes)[0], change.Split(Becomes)[1]);
            var at = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, $"There is no {old}");
            text = text[..at] + replacement + text[(at + old.Length)..];
        }
        return text;
    }
}
