using System.Text.Json.Nodes;
using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests;

public sealed class ExplainTest
{
    private static readonly string Facts = Assess.CaseFile("gaojing-2024", "1", "facts.json");

    [Fact]
    public async Task Area_IsExplainedAsATreeWithArithmeticClauseAndFacts()
    {
        var run = await Assess.RunAsync("explain", Facts, "gj02");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("18 × 77.2 ÷ 100 − 1 × 2 = 11.896", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "四（二）2“日常走访联系居民群众、重点群体情况分值为18分”",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("事实：抽查中未真实走访户数 2 户", run.Output, StringComparison.Ordinal);
        Assert.Contains("第 17 名", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_IsExplainedByRoleAndTier()
    {
        var run = await Assess.RunAsync("explain", Facts, "gj04p0");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("A 档", run.Output, StringComparison.Ordinal);
        Assert.Contains("元/人", run.Output, StringComparison.Ordinal);
        Assert.Contains("职务 书记", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gj02", "text")]
    [InlineData("gj04p0", "text")]
    [InlineData("gj02", "markdown")]
    [InlineData("gj04p0", "markdown")]
    public async Task Explanation_IsWithoutTheProgramsOwnWords(string subject, string format)
    {
        var run = await Assess.RunAsync("explain", Facts, subject, "--format", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.DoesNotMatch("[A-Za-z]{3}", run.Output);
    }

    [Fact]
    public async Task WhatSeveralStepsRestOn_IsExplainedOnce()
    {
        var run = await Assess.RunAsync("explain", Facts, "gj02");

        Assert.Equal(2, run.Output.Split("算法：20% × 群众满意度（座谈会测评）").Length);
        Assert.Contains("群众满意度 77.2 分（说明见上）", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_IsTheTree()
    {
        var run = await Assess.RunAsync("explain", Facts, "gj02", "--format", "json");

        Assert.Equal(84.14m, (decimal)JsonNode.Parse(run.Output)!["value"]!);
    }

    [Fact]
    public async Task Markdown_IsAListWithClauseQuoteAndArithmetic()
    {
        var run = await Assess.RunAsync("explain", Facts, "gj02", "--format", "markdown");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("# gj02 ", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..], line => Assert.Matches("^( {2})*- ", line));
        var heading = Array.FindIndex(
            lines,
            line => line.Contains("- **G1 ", StringComparison.Ordinal)
        );
        var indent = lines[heading][..lines[heading].IndexOf('-', StringComparison.Ordinal)];
        Assert.Equal(
            [
                $"{indent}- **G1 日常走访联系居民群众、重点群体情况** 11.896 分",
                $"{indent}  - 算法：18 × 群众满意度 ÷ 100 − 每户未真实走访扣分 × 抽查中未真实走访户数（不低于 0）",
                $"{indent}  - 计算：18 × 77.2 ÷ 100 − 1 × 2 = 11.896",
                $"{indent}  - 出处：四（二）2「日常走访联系居民群众、重点群体情况分值为18分」",
                $"{indent}  - 选定：没有抽查记录按没有虚假走访计",
                $"{indent}  - 事实：抽查中未真实走访户数 2 户",
            ],
            lines[heading..(heading + 6)]
        );
        Assert.Contains("**群众满意度** 77.2 分（说明见上）", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markdown_NamesAllEvidence_AndTakesNoTextForAMark()
    {
        using var folder = new TemporaryFolder();
        var facts = JsonNode.Parse(await File.ReadAllTextAsync(Facts))!;
        facts["areas"]!.AsArray().Single(area => (string?)area!["id"] == "gj02")!["name"] = "a*b_c";
        facts["facts"]!
            .AsArray()
            .Single(fact =>
                (string?)fact!["subject"] == "gj02" && (string?)fact["item"] == "visits.false"
            )!["evidence"] = new JsonArray("1", "2", "3", "4", "5");
        var file = await folder.WriteAsync("facts.json", facts.ToJsonString());

        var text = await Assess.RunAsync("explain", file, "gj02");
        var markdown = await Assess.RunAsync("explain", file, "gj02", "--format", "markdown");

        Assert.Contains("2 户，依据 1、2、3 等 5 件", text.Output, StringComparison.Ordinal);
        Assert.Contains("2 户，依据 1、2、3、4、5\n", markdown.Output, StringComparison.Ordinal);
        Assert.StartsWith(@"# gj02 a\*b\_c 84.14", markdown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task Payout_AskedFor_IsThatOfThePerson(string format)
    {
        var asked = await Assess.RunAsync(
            "explain",
            Facts,
            "gj04p0",
            "--payout",
            "--format",
            format
        );
        var plain = await Assess.RunAsync("explain", Facts, "gj04p0", "--format", format);

        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("5000 元", asked.Output, StringComparison.Ordinal);
        Assert.Equal(plain.Output, asked.Output);
    }

    [Fact]
    public async Task PayoutOfAnArea_EndsWithTwoAndOneLine() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("explain", Facts, "gj02", "--payout"),
            "没有编号为“gj02”的人员的发放金额"
        );

    [Fact]
    public async Task UnknownArea_EndsWithTwoAndOneLine() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("explain", Facts, "gj99"),
            "没有编号为“gj99”的居民区或人员"
        );
}
