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
    public void EveryQuote_StandsInItsClauseOfTheSource(string id)
    {
        var check = PolicyFolder.Check(id);

        Assert.Empty(check.Problems);
        Assert.Equal(id, check.Policy!.Id);
        Assert.NotEmpty(check.Policy.Citations);
    }

    [Fact]
    public void SoundPolicy_IsRead() => Assert.Equal("区政策", Read(Sound).Title);

    [Theory]
    [InlineData(
        "atLeast: 60%",
        "atleast: 60%",
        "5:5 key-missing;8:5 unknown-key 最接近的有：atLeast、"
    )]
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
    public void Mistake_IsNamedWithItsPlace(string old, string replacement, string expected)
    {
        var text = Sound.Replace(old, replacement, StringComparison.Ordinal);

        var problems = Assert.Throws<SchemeException>(() => Read(text)).Problems;

        var told = expected.Split(';').Select(one => one.Split(' ')).ToList();
        Assert.Equal(
            told.Select(one => $"{one[0]} {one[1]}").Order(StringComparer.Ordinal),
            problems
                .Select(problem => $"{problem.Line}:{problem.Column} {problem.Code}")
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            told.Where(one => one.Length > 2),
            one => Assert.Contains(one[2], string.Concat(problems), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("from: 3, to: 2", "range-empty")]
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
