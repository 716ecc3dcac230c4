using System.Text.Json.Nodes;
using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests;

/// <summary>Decisions in <c>facts.json</c>, and <c>assess decisions</c>.</summary>
public sealed class DecisionsTest
{
    private const string Gaojing = "gaojing-2024";

    private static Task<Run> RunAsync(string scheme, string number) =>
        Assess.RunAsync("decisions", Assess.CaseFile(scheme, number, "facts.json"));

    [Fact]
    public async Task HardQuotaThatIsExceeded_EndsWithOneAfterTheDecisions()
    {
        var run = await RunAsync(Gaojing, "8");

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(6, lines.Length);
        Assert.Equal(
            "gj28 高境28居：拟定档次 A，决定档次 B；理由：公示期间反映的问题查实",
            lines[0]
        );
        Assert.Equal("gj15 高境15居：拟定等次 合格，决定等次 优秀；理由：安全责任事故", lines[2]);
        Assert.Matches("^居民区“优秀”名额 9 个，决定后 1[01] 个，.*（quota-exceeded）$", lines[5]);
    }

    [Fact]
    public async Task QuotaInPrincipleThatIsExceeded_IsShownAndEndsWithNothing()
    {
        var run = await RunAsync("jiuting-2025", "8");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("；理由：安全责任事故\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("quota-exceeded", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutDecisions_SaysSo()
    {
        var run = await RunAsync(Gaojing, "1");

        Assert.Equal((0, "没有决定\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Evaluate_ShowsTheProposalWithTheDecisionAndWhatExceedsAQuota()
    {
        var run = await Assess.RunAsync("evaluate", Assess.CaseFile(Gaojing, "8", "facts.json"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("优秀（拟定合格）", run.Output, StringComparison.Ordinal);
        Assert.Contains("（quota-exceeded）\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_ShowsTheDecisionInMarkdown()
    {
        var run = await Assess.RunAsync(
            "explain",
            Assess.CaseFile(Gaojing, "8", "facts.json"),
            "gj28",
            "--format",
            "markdown"
        );

        Assert.Contains("- **集体研究决定** B 档\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "  - 计算：拟定档次 A → 决定档次 B；理由：公示期间反映的问题查实\n",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("计算：发放金额按 五（二）1 变化\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("00 元", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nearest_SaysThatADecidedTierIsNotMovedByFacts()
    {
        var run = await Assess.RunAsync(
            "nearest",
            Assess.CaseFile(Gaojing, "8", "facts.json"),
            "gj28"
        );

        Assert.StartsWith(
            "档次由集体研究决定为B，不随事实变动\n",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("档次上升", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_NamesTheDecision()
    {
        var file = Assess.CaseFile(Gaojing, "8", "facts.json");
        var facts = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        ((JsonObject)facts).Remove("decisions");
        using var folder = new TemporaryFolder();
        await folder.WriteAsync("without.json", facts.ToJsonString());

        var run = await Assess.RunAsync("compare", Path.Combine(folder.Path, "without.json"), file);

        Assert.Contains(
            "高境28居决定为B（决定）：档次 A → B\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task DecisionsThatCannotBeTaken_EndWithTwo()
    {
        var file = Assess.CaseFile(Gaojing, "8", "facts.json");
        var facts = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        facts["decisions"]![0]!["tier"] = "C";
        using var folder = new TemporaryFolder();
        await folder.WriteAsync("facts.json", facts.ToJsonString());

        EvaluateTest.AssertRefused(
            await Assess.RunAsync("decisions", Path.Combine(folder.Path, "facts.json")),
            "对“gj28”的决定写的档次“C”不在方案里；最接近的有：A、B"
        );
    }
}
