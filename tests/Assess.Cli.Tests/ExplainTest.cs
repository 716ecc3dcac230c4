using System.Text.Json.Nodes;

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
    [InlineData("gj02")]
    [InlineData("gj04p0")]
    public async Task Explanation_IsWithoutTheProgramsOwnWords(string subject)
    {
        var run = await Assess.RunAsync("explain", Facts, subject);

        Assert.DoesNotMatch("[A-Za-z]{3}", run.Output);
    }

    [Fact]
    public async Task WhatSeveralStepsRestOn_IsToldOnce()
    {
        var run = await Assess.RunAsync("explain", Facts, "gj02");

        Assert.Equal(2, run.Output.Split("算法：20% × 群众满意度（座谈会测评）").Length);
        Assert.Contains("群众满意度 77.2 分（说明见上）", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_IsTheTree()
    {
        var run = await Assess.RunAsync("explain", Facts, "gj02", "--json");

        Assert.Equal(84.14m, (decimal)JsonNode.Parse(run.Output)!["value"]!);
    }

    [Fact]
    public async Task UnknownArea_EndsWithTwoAndOneLine() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("explain", Facts, "gj99"),
            "没有编号为“gj99”的居民区或人员"
        );
}
