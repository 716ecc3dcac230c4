using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Policies;

namespace Assessment.Engine.Tests;

public sealed class PolicyReaderTest
{
    private const string Sound = """
        policy: district
        title: 区政策
        source: {file: source.md, title: 文件}
        rules:
          - title: 群众评价占比
            kind: residentsVoice
            of: areas
            atLeast: 60%
            basis: 区里的要求
        """;

    public static TheoryData<string> Policies() => [.. PolicyFolder.Policies()];

    [Theory]
    [MemberData(nameof(Policies))]
    public void EveryQuote_IsInItsClauseOfTheSource(string id)
    {
        var check = PolicyFolder.Check(id);

        Assert.Empty(check.Problems);
        Assert.Equal(id, check.Policy!.Id);
        Assert.NotEmpty(check.Policy.Citations);
    }

    [Fact]
    public void SoundPolicy_IsRead()
    {
        var policy = Read(Sound);

        Assert.Equal(("district", "区政策"), (policy.Id, policy.Title));
        Assert.Equal(new PolicySource("source.md", "文件"), policy.Source);
        Assert.Empty(policy.Citations);
    }

    [Theory]
    [InlineData("", PolicySeverity.Refuse)]
    [InlineData("severity: refuse\n    ", PolicySeverity.Refuse)]
    [InlineData("severity: warn\n    ", PolicySeverity.Warn)]
    public void Severity_IsToRefuseUnlessItIsSaid(string written, PolicySeverity severity)
    {
        var policy = Read(
            Sound
                .Replace("of: areas", $"{written}of: areas", StringComparison.Ordinal)
                .Replace("60%", "61%", StringComparison.Ordinal)
        );

        var departure = Assert.Single(
            PolicyCheck.Check(policy, SchemeFolder.Read("gaojing-2024"), "scheme.yaml").Departures
        );

        Assert.Equal(severity, departure.Severity);
    }

    [Fact]
    public void UnknownSeverity_IsRefused()
    {
        var text = Sound.Replace(
            "of: areas",
            "severity: hint\n    of: areas",
            StringComparison.Ordinal
        );

        var problem = Assert.Single(Assert.Throws<SchemeException>(() => Read(text)).Problems);

        Assert.Equal("policy-severity-unknown", problem.Code);
        Assert.Equal("“severity”只能是 refuse、warn，不是“hint”", problem.Message);
    }

    [Theory]
    [InlineData("atLeast: 100%")]
    [InlineData("atLeast: 0%")]
    public void ShareAtItsLimits_IsRead(string share) =>
        Assert.NotNull(Read(Sound.Replace("atLeast: 60%", share, StringComparison.Ordinal)));

    [Fact]
    public void EverythingThatIsWrong_IsReportedAtOnce()
    {
        var text = """
            title: 区政策
            source: {file: source.md, title: 文件}
            rules:
              - {title: 一, kind: formBand, of: areas, basis: 要求}
              - {title: 二, kind: gradeQuota, of: areas, basis: 要求}
              - {title: 三, kind: weights, of: areas, basis: 要求, items: [{names: [甲], share: 10%, points: 3}]}
              - {title: 四, kind: weights, of: areas, basis: 要求, items: [{share: 10%}]}
              - {title: 五, kind: pointsAbout, of: areas, basis: 要求, items: [{names: [甲]}]}
              - {title: 六, kind: forbiddenWords, of: areas, basis: 要求, word: [甲]}
              - {title: 七, kind: assessmentsPerYear, of: areas, basis: 要求}
              - {title: 八, kind: vetoes, of: staff, posts: 书记, basis: 要求}
            """;

        Assert.Equal(
            (string[])
                [
                    "1:1 缺少“policy”",
                    "4:5 缺少“band”",
                    "4:5 缺少“atMost”",
                    "5:5 缺少“grade”",
                    "5:5 缺少“atMost”",
                    "6:86 此处不认识“points”",
                    "7:61 缺少“names”",
                    "8:5 缺少“tolerance”",
                    "8:65 缺少“points”",
                    "9:60 此处不认识“word”；最接近的有：words、chosen、except",
                    "10:5 缺少“atMost”",
                    "11:5 缺少“atMost”",
                    "11:48 “posts”应当是不为空的列表",
                ],
            Assert
                .Throws<SchemeException>(() => Read(text))
                .Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}")
        );
    }

    [Theory]
    [InlineData("atLeast: 60%", "atleast: 60%", "8:5 unknown-key 最接近的有：atLeast")]
    [InlineData(
        "kind: residentsVoice",
        "kind: residentVoice",
        "6:11 policy-kind-unknown 最接近的有：residentsVoice、"
    )]
    [InlineData("of: areas", "of: area", "7:9 policy-scope-unknown 最接近的有：areas、staff")]
    [InlineData("of: areas", "of: areas\n    posts: [secretary]", "8:5 unknown-key")]
    [InlineData("atLeast: 60%", "atLeast: 60", "8:14 share-impossible 6000%（是否漏写了百分号？）")]
    [InlineData("atLeast: 60%", "atLeast: 六成", "8:14 number-expected “六成”")]
    [InlineData("basis: 区里的要求", "clause: 二", "5:5 key-missing “quote”")]
    [InlineData(
        "basis: 区里的要求",
        "chosen: 区里的要求",
        "5:5 key-missing “clause”;5:5 key-missing “quote”"
    )]
    [InlineData("title: 区政策", "title: 区政策\ntownship: 某镇", "3:1 unknown-key")]
    [InlineData("source: {file: source.md, title: 文件}", "", "1:1 key-missing “source”")]
    [InlineData("policy: district", "policy：district", "1:7 yaml-syntax 全角")]
    [InlineData("policy: district\n", "", "1:1 key-missing “policy”")]
    [InlineData("title: 区政策\n", "", "1:1 key-missing “title”")]
    [InlineData("file: source.md, ", "", "3:9 key-missing “file”")]
    [InlineData(", title: 文件", "", "3:9 key-missing “title”")]
    [InlineData("title: 文件}", "title: 文件, url: 某处}", "3:38 unknown-key “url”")]
    [InlineData("title: 群众评价占比\n    ", "", "5:5 key-missing “title”")]
    [InlineData("kind: residentsVoice\n    ", "", "5:5 key-missing “kind”")]
    [InlineData("of: areas\n    ", "", "5:5 key-missing “of”")]
    [InlineData("atLeast: 60%", "atLeast: 100.1%", "8:14 share-impossible 100.1%")]
    [InlineData("atLeast: 60%", "atLeast: -1%", "8:14 number-expected 不小于")]
    [InlineData("basis: 区里的要求", "quote: 区里的要求", "5:5 key-missing “clause”")]
    public void Mistake_IsNamedWithItsPlace(string old, string replacement, string expected)
    {
        var text = Sound.Replace(old, replacement, StringComparison.Ordinal);

        var problems = Assert.Throws<SchemeException>(() => Read(text)).Problems;

        var places = expected.Split(';').Select(one => one.Split(' ')).ToList();
        Assert.Equal(
            places.Select(one => $"{one[0]} {one[1]}").Order(StringComparer.Ordinal),
            problems
                .Select(problem => $"{problem.Line}:{problem.Column} {problem.Code}")
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            places.Where(one => one.Length > 2),
            one => Assert.Contains(one[2], string.Concat(problems), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("from: 3, to: 2", "range-empty")]
    [InlineData("from: 3", "key-missing")]
    [InlineData("to: 3", "key-missing")]
    [InlineData("from: -1, to: 2", "number-expected")]
    [InlineData("from: 1, to: 2, points: 2", "unknown-key")]
    public void PointRangeThatIsNone_IsNamed(string range, string code)
    {
        var text = Sound.Replace(
            "kind: residentsVoice\n    of: areas\n    atLeast: 60%",
            $"kind: pointRanges\n    of: areas\n    items: [{{names: [甲], {range}}}]",
            StringComparison.Ordinal
        );

        var problem = Assert.Single(Assert.Throws<SchemeException>(() => Read(text)).Problems);

        Assert.Equal((code, 8), (problem.Code, problem.Line));
    }

    [Fact]
    public void RangeOfOneNumber_IsRead() =>
        Assert.NotNull(
            Read(
                Sound.Replace(
                    "kind: residentsVoice\n    of: areas\n    atLeast: 60%",
                    "kind: pointRanges\n    of: areas\n    items: [{names: [甲], from: 0, to: 0}]",
                    StringComparison.Ordinal
                )
            )
        );

    [Fact]
    public void QuoteThatTheSourceDoesNotHave_IsNamed()
    {
        var text = Sound.Replace(
            "basis: 区里的要求",
            "clause: 一\n    quote: 占比60%",
            StringComparison.Ordinal
        );

        Assert.Equal(
            ["quote-not-in-source"],
            PolicyFileCheck
                .Of(text, "policy.yaml", _ => "## 一、要求\n\n占比六成。")
                .Problems.Select(problem => problem.Code)
        );
        Assert.Equal(
            ["3:16 政策文件旁边没有来源文件“source.md”"],
            PolicyFileCheck
                .Of(text, "policy.yaml", _ => null)
                .Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}")
        );
    }

    private static Policy Read(string yaml) => PolicyReader.Read(yaml, "policy.yaml");
}
