using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Tests;

/// <summary>Each test spoils gaojing-2024 in one place and looks at the problem it gets.</summary>
public sealed class SchemeReaderTest
{
    private const string FileName = "scheme.yaml";
    private static readonly string Whole = SchemeFolder.Text("gaojing-2024", "scheme.yaml");

    /// <summary>The problems after a replacement, with the place of what was written instead.</summary>
    private static (IReadOnlyList<SchemeProblem> Problems, int Line, int Column) Spoil(
        string original,
        string instead,
        string? marked = null
    )
    {
        var start = Whole.IndexOf(original, StringComparison.Ordinal);
        Assert.True(start >= 0, $"not in the scheme: {original}");
        var spoilt = string.Concat(
            Whole.AsSpan(0, start),
            instead,
            Whole.AsSpan(start + original.Length)
        );
        var at = start + (marked is null ? 0 : instead.IndexOf(marked, StringComparison.Ordinal));
        var before = spoilt[..at];
        return (
            SchemeReader.Check(spoilt, FileName),
            before.Count(c => c == '\n') + 1,
            at - before.LastIndexOf('\n')
        );
    }

    [Fact]
    public void WholeScheme_HasNoProblem()
    {
        Assert.Empty(SchemeReader.Check(Whole, FileName));
        Assert.Equal("gaojing-2024", SchemeReader.Read(Whole, FileName).Id);
    }

    [Theory]
    [InlineData("township: ", "townshp: ", "townshp", "unknown-key")]
    [InlineData("value: {scale: S}\n", "value: {scala: S}\n", "{scala", "operator-unknown")]
    [InlineData("value: {scale: S}\n", "value: {scale: S2}\n", "S2", "name-unknown")]
    [InlineData(
        "value: {scale: S}\n",
        "value: {scale: S, mean: [S]}\n",
        "{scale",
        "operator-ambiguous"
    )]
    [InlineData("{rank: hotline}", "{rank: hotlin}", "hotlin", "name-unknown")]
    [InlineData("each: visits.points", "each: visits.point", "visits.point", "parameter-unknown")]
    [InlineData(
        "{fact: visits.false, absent: 0}",
        "{fact: visits.fals, absent: 0}",
        "visits.fals",
        "fact-unknown"
    )]
    [InlineData("{fact: visits.false, absent: 0}", "{fact: visits.false}", "{fact", "key-missing")]
    [InlineData(
        "by: online, period: H1, absent",
        "by: onlin, period: H1, absent",
        "onlin",
        "fact-part-unknown"
    )]
    [InlineData(
        "by: online, period: H1, absent",
        "by: online, period: Q1, absent",
        "Q1",
        "fact-part-unknown"
    )]
    [InlineData("{events: [honour]", "{events: [honor]", "honor", "event-rule-unknown")]
    [InlineData("  points: 100\n", "  points: 101\n", "101", "points-do-not-add-up")]
    [InlineData("value: 20%, clause", "value: 21%, clause", null, "weights-not-whole")]
    [InlineData("value: 20%, clause", "value: viel, clause", "viel", "number-expected")]
    [InlineData("year: 2024", "year: 二〇二四", "二〇二四", "integer-expected")]
    [InlineData("date: 2024-06-28", "date: 28.6.2024", "28.6.2024", "date-expected")]
    [InlineData("from: 01-01", "from: 13-01", "13-01", "day-expected")]
    [InlineData(
        "{share: 30%, max: 9, limit: hard}",
        "{share: 130%, max: 9}",
        "{share",
        "share-impossible"
    )]
    [InlineData("{name: B, toRank: 12", "{name: B, toRank: 5", "{name", "tiers-not-ascending")]
    [InlineData("- {to: 10, value: 22}", "- {to: 5, value: 22}", "{to", "steps-not-ascending")]
    [InlineData("tier: B, role: head", "tier: C, role: head", "C", "tier-unknown")]
    [InlineData("tier: B, role: head", "tier: B, role: heads", "heads", "role-unknown")]
    [InlineData("- {post: director,", "- {post: directr,", "directr", "post-unknown")]
    [InlineData("director: 居委会主任\n", "director: []\n", "[]", "text-expected")]
    [InlineData("{attribute: households}", "{attribute: people}", "people", "attribute-unknown")]
    [InlineData("points: {from: 1, to: 3}", "points: {from: 3, to: 1}", "{from", "range-empty")]
    [InlineData("- id: R1.2\n", "- id: R1.1\n", "id", "duplicate-id")]
    [InlineData(
        "      departments: [社建办, 党服中心]",
        "      departments: [社建办, 社建办]",
        "[社建办",
        "department-twice"
    )]
    [InlineData(
        "    decimals: 2\n    clause: 四（一）",
        "    decimals: 11\n    clause: 四（一）",
        "11",
        "decimals-out-of-range"
    )]
    [InlineData(
        "{share: 30%, max: 9, limit: hard}",
        "{share: 30%, max: -1}",
        "{share",
        "maximum-impossible"
    )]
    [InlineData("of: online}", "of: S}", null, "circular")]
    [InlineData(
        "tickets: {title: 工单数",
        "&a tickets: {title: 工单数",
        null,
        "anchor-not-allowed"
    )]
    public void OneMistake_IsReportedWithItsCodeAndPlace(
        string original,
        string instead,
        string? marked,
        string code
    )
    {
        var (problems, line, column) = Spoil(original, instead, marked);

        var problem = Assert.Single(problems, one => one.Code == code);
        Assert.Equal(FileName, problem.File);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.Message);
        if (marked is not null)
        {
            Assert.Equal((line, column), (problem.Line, problem.Column));
        }
    }

    /// <summary>Whatever is cut out of a scheme or put in its place, the reader answers with problems.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("99999999999999999999999999999")]
    public void EveryLineReplaced_IsReadOrRefusedAndNeverFails(string instead)
    {
        const int Stride = 7;
        var lines = Whole.Split('\n');
        for (var i = instead.Length; i < lines.Length; i += Stride)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            var replaced =
                instead.Length == 0 || colon < 0 ? "" : $"{lines[i][..colon]}: {instead}";
            var spoilt = string.Join('\n', [.. lines[..i], replaced, .. lines[(i + 1)..]]);

            Assert.All(
                SchemeReader.Check(spoilt, FileName),
                problem =>
                    Assert.True(problem.Line > 0 && problem.Column > 0 && problem.Code.Length > 0)
            );
        }
    }

    [Fact]
    public void EndlessNesting_IsRefused()
    {
        var problems = SchemeReader.Check(new string('[', 100_000), FileName);

        Assert.Equal("nested-too-deeply", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData(
        "- {name: A, toRank: 5, clause: 五（二）, quote",
        "- {name: A, toRank: 5, quote",
        "clause"
    )]
    [InlineData("\n          quote: 服务凝聚群众(分值18分)", "", "quote")]
    public void RuleWithoutClauseOrQuote_IsRefused(string original, string instead, string missing)
    {
        var (problems, _, _) = Spoil(original, instead);

        Assert.Contains(
            missing,
            Assert.Single(problems, one => one.Code == "key-missing").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void LastGradeWithACondition_IsRefused()
    {
        var (problems, _, _) = Spoil("- name: 不合格\n", "- name: 不合格\n      atLeast: 10\n");

        Assert.Contains(problems, one => one.Code == "last-grade-has-condition");
    }

    [Fact]
    public void ParameterThatNoRuleUses_IsRefused()
    {
        var (problems, _, _) = Spoil(
            "  coverage.total:\n",
            "  coverage.totale: {title: x, value: 1, clause: x, quote: x}\n  coverage.total:\n"
        );

        Assert.Contains(
            "coverage.totale",
            Assert.Single(problems, one => one.Code == "unused").Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void PostThatIsNotDeclared_IsAnsweredWithTheNearest()
    {
        var (problems, _, _) = Spoil("  director: 居委会主任\n", "");

        Assert.Contains(
            "没有声明职务“director”；最接近的有：secretary",
            Assert.Single(problems).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void PostsOfAScheme_AreNamed()
    {
        var posts = SchemeReader.Read(Whole, FileName).Posts;

        Assert.Equal("书记", posts["secretary"]);
        Assert.Equal(["secretary", "deputySecretary", "director", "communityWorker"], posts.Keys);
    }

    [Fact]
    public void UnknownName_IsAnsweredWithTheNearest()
    {
        var (problems, _, _) = Spoil("township: ", "townshp: ");

        Assert.Contains(
            "最接近的有：township",
            problems.Single(one => one.Code == "unknown-key").Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a\n- b\n")]
    [InlineData("a: [1\n")]
    [InlineData("a: 1\na: 2\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    [InlineData("? [a]\n: b\n")]
    [InlineData("a: &a [*a]\n")]
    public void TextThatIsNoScheme_IsRefused(string text) =>
        Assert.NotEmpty(
            Assert.Throws<SchemeException>(() => SchemeReader.Read(text, FileName)).Problems
        );

    [Theory]
    [InlineData("a:\n  b: 1\n c: 2\n", 3, 2, "缩进不对")]
    [InlineData("a:\n  - 1\n  b: 2\n", 3, 3, "缩进不对")]
    [InlineData("  a: 1\nb: 2\n", 2, 1, "缩进不对")]
    [InlineData("a: 1\n  b: 2\n", 2, 4, "缩进不对")]
    [InlineData("a: 1\n\tb: 2\n", 2, 1, "制表符")]
    [InlineData("a:\n\tb: 1\n", 2, 1, "制表符")]
    [InlineData("a: 'x\nb: 1\n", 1, 4, "引号没有成对")]
    [InlineData("a: \"x\n", 1, 4, "引号没有成对")]
    [InlineData("a: [1, 2\n", 2, 1, "方括号没有成对")]
    [InlineData("a: {x: 1 y: 2}\n", 1, 11, "花括号没有成对")]
    [InlineData("a: [1, 2\nb: 3\n", null, null, "没有成对")]
    [InlineData("a: 1\na: 2\n", 2, 1, "键“a”在同一处写了两次")]
    [InlineData("a: 1\nb\nc: 2\n", 2, 1, "“键: 值”")]
    [InlineData("a: b: c\n", 1, 5, "“: ”不该出现")]
    [InlineData("a: @x\n", 1, 4, "开头")]
    [InlineData("a: |x\n", 1, 4, "不符合 YAML 的规则")]
    public void TextThatIsNotYaml_IsAnsweredInChineseWithItsPlace(
        string text,
        int? line,
        int? column,
        string says
    )
    {
        var problem = Assert.Single(SchemeReader.Check(text, FileName));

        Assert.Equal("yaml-syntax", problem.Code);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotMatch("[a-z]{3}", problem.Message);
        if (line is not null)
        {
            Assert.Equal((line, column), (problem.Line, problem.Column));
        }
    }

    [Fact]
    public void SeveralMistakes_AreAllReportedInTheOrderOfTheFile()
    {
        var spoilt = Whole
            .Replace("township: ", "townshp: ", StringComparison.Ordinal)
            .Replace("each: visits.points", "each: visits.point", StringComparison.Ordinal)
            .Replace("toRank: 12", "toRank: x", StringComparison.Ordinal);

        var problems = SchemeReader.Check(spoilt, FileName);

        Assert.Equal(
            ["unknown-key", "parameter-unknown", "parameter-unknown"],
            problems.Select(problem => problem.Code)
        );
        Assert.Equal(
            problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column),
            problems
        );
    }

    [Fact]
    public void Version_IgnoresCommentsSpacingQuotesAndTheOrderOfKeys()
    {
        var same = Whole.Replace(
            "township: 宝山区高境镇\nyear: 2024\n",
            "# 换个次序\nyear:   2024\n\ntownship: \"宝山区高境镇\"\n",
            StringComparison.Ordinal
        );
        var other = Whole.Replace("toRank: 12", "toRank: 13", StringComparison.Ordinal);

        Assert.NotEqual(Whole, same);
        Assert.Equal(
            SchemeReader.Read(Whole, FileName).Version,
            SchemeReader.Read(same, FileName).Version
        );
        Assert.NotEqual(
            SchemeReader.Read(Whole, FileName).Version,
            SchemeReader.Read(other, FileName).Version
        );
    }
}
