using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using Assessment.Engine.Sources;

namespace Assessment.Engine.Tests;

public sealed class SourceCheckTest
{
    private const string Gaojing = "gaojing-2024";

    private const string Text = """
        # 方案

        总的要求。

        ## 一、对象

        全镇居民区。

        ## 二、内容

        ### (一) 平时成绩

        1\.党建。分值1.5分。

        2、服务。

        1)走访。

        （2）谈心。

        ### （二）群众评价

        （1）测评。

        附件1：框架表

        附件3：另表

        ## 附件 1 框架表

        | 序号 | 内容 |
        |---|---|
        | 1 | 走访居民 |
        | | 抽查十户 |
        | 2 | 热线 |
        | 项目 | 说明 |
        | | 附注 |

        表后说明。

        附件2

        一、问卷
        """;

    [Fact]
    public void Document_IsTakenApartIntoItsClauses() =>
        Assert.Equal(
            [
                "一",
                "二",
                "二（一）",
                "二（一）1",
                "二（一）2",
                "二（一）2（1）",
                "二（一）2（2）",
                "二（二）",
                "二（二）（1）",
                "附件1",
                "附件1第1项",
                "附件1第2项",
                "附件2",
                "附件2一",
            ],
            SourceDocument.Read(Text).Clauses
        );

    [Theory]
    [InlineData("二（一）1", "党建。分值1.5分。", true)]
    [InlineData("二(一) 1", "党建", true)]
    [InlineData("二", "谈心", true)]
    [InlineData("二（一）", "测评", false)]
    [InlineData("一", "党建", false)]
    [InlineData("附件1第1项", "抽查十户", true)]
    [InlineData("附件1第1项", "热线", false)]
    [InlineData("附件1第2项", "附注", false)]
    [InlineData("附件1", "附注", true)]
    [InlineData("附件1第2项", "表后说明", false)]
    [InlineData("附件1", "表后说明", true)]
    [InlineData("附件1", "一、问卷", false)]
    public void Words_AreInTheClauseThatIsNamed(string clause, string words, bool expected) =>
        Assert.Equal(expected, SourceDocument.Read(Text).Says(clause, words));

    [Fact]
    public void ClosingChapterWithoutNumber_GoesByItsName()
    {
        var source = SourceDocument.Read(
            "## 四、建议\n\n### 3. 容错\n\n备案\n\n## 总结\n\n三张考卷"
        );

        Assert.Equal(["四", "四3", "总结"], source.Clauses);
        Assert.True(source.Says("总结", "三张考卷"));
        Assert.False(source.Says("四", "三张考卷"));
    }

    [Fact]
    public void NameOfAClosingChapterInRunningText_BeginsNothing() =>
        Assert.Equal(["四"], SourceDocument.Read("## 四、建议\n\n总结\n\n三张考卷").Clauses);

    [Theory]
    [InlineData("谈心", "二（一）2（2）")]
    [InlineData("总的要求", null)]
    [InlineData("没有的话", null)]
    public void ClauseOfWords_IsTheInnermost(string words, string? clause) =>
        Assert.Equal(clause, SourceDocument.Read(Text).ClauseOf(words));

    [Fact]
    public void QuoteWithOneOtherLetter_IsAProblemWithItsPlace()
    {
        var problem = Assert.Single(Check("quote: 综合评分前5名", "quote: 综合评分前6名"));

        Assert.Equal("quote-not-in-source", problem.Code);
        Assert.StartsWith(
            "综合评分前5名",
            LineOf(problem)[(problem.Column - 1)..],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "来源文件里也没有这段话（须逐字相同，从“6名的居民区得2…”起不同）",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("综无此说", "（须逐字相同）：综无此说")]
    [InlineData("综合无此说", "（须逐字相同，从“无此说”起不同）：综合无此说")]
    [InlineData(
        "综合一二三四五六七八",
        "（须逐字相同，从“一二三四五六七八”起不同）：综合一二三四五六七八"
    )]
    [InlineData(
        "综合一二三四五六七八九",
        "（须逐字相同，从“一二三四五六七八…”起不同）：综合一二三四五六七八九"
    )]
    public void QuoteThatBeginsRight_IsReportedFromWhereItDiffers(string quote, string says)
    {
        var line = SchemeFolder
            .Text(Gaojing, "scheme.yaml")
            .Split('\n')
            .Single(one => one.Contains("quote: 综合评分前5名", StringComparison.Ordinal))
            .Trim();

        Assert.EndsWith(
            says,
            Assert.Single(Check(line, $"quote: {quote}")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void QuoteOfAnotherClause_IsAProblemThatNamesItsClause()
    {
        var problem = Assert.Single(
            Check(
                "clause: 五（二）\n    quote: 将居民区考核前5名设为A档",
                "clause: 四（一）\n    quote: 将居民区考核前5名设为A档"
            )
        );

        Assert.Equal("quote-not-in-source", problem.Code);
        Assert.Contains("而在“五（二）”里", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ClauseThatTheSourceDoesNotHave_IsAProblemThatOffersTheNearest()
    {
        var problem = Assert.Single(Check("clause: 四（二）1（1）", "clause: 四（二）1（7）"));

        Assert.Equal("clause-unknown", problem.Code);
        Assert.Contains("四（二）1（1）", problem.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<SchemeProblem> Check(string old, string replacement)
    {
        var yaml = SchemeFolder.Text(Gaojing, "scheme.yaml");
        Assert.Contains(old, yaml, StringComparison.Ordinal);
        return SourceCheck.Check(
            SchemeReader.Read(
                yaml.Replace(old, replacement, StringComparison.Ordinal),
                "scheme.yaml"
            ),
            "scheme.yaml",
            SourceDocument.Read(SchemeFolder.Text(Gaojing, "source.md"))
        );
    }

    private static string LineOf(SchemeProblem problem) =>
        SchemeFolder.Text(Gaojing, "scheme.yaml").Split('\n')[problem.Line - 1];
}
