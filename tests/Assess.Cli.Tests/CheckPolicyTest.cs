using System.Text.Json.Nodes;
using Assessment.Engine.Facts;
using Assessment.Engine.Policies;

namespace Assessment.Cli.Tests;

public sealed class CheckPolicyTest
{
    private static readonly string Danan = Assess.SchemeFile("danan-2017");
    private static readonly string Gaojing = Assess.SchemeFile("gaojing-2024");

    [Fact]
    public async Task SchemeThatKeepsToPolicies_EndsWithNothingAndOneLine()
    {
        var run = await Assess.RunAsync(
            "check",
            Gaojing,
            "--policy",
            Policy("shanghai-burden-relief"),
            Policy("secretary-framework")
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.EndsWith(
            "、政策“上海市居村组织考核减负要求”14 条、政策“社区书记个人绩效考核框架”0 条（另有 5 条不适用）\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SchemeThatBreaksAPolicy_EndsWithOneAndNamesPlaceClauseAndRule()
    {
        var run = await Assess.RunAsync(
            "check",
            Danan,
            Gaojing,
            "--policy",
            Policy("shanghai-burden-relief")
        );

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(
            lines[..^1],
            line => Assert.Matches($"^{Danan}:\\d+:\\d+ (提醒：)?条款“.*（policy-.*）$", line)
        );
        Assert.Contains(
            lines,
            line =>
                line.Contains(
                    "条款“二（一）3”：群众评价（群众满意度测评）占居民区总分的 2.31%",
                    StringComparison.Ordinal
                )
        );
        Assert.StartsWith($"{Gaojing}：没有问题", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemeThatIsOnlyWarnedOf_EndsWithNothingAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        await folder.WriteAsync("source.md", "一、文件");
        var policy = await folder.WriteAsync(
            "policy.yaml",
            """
            policy: district
            title: 区政策
            source: {file: source.md, title: 文件}
            rules:
              - {title: 群众评价占比, kind: residentsVoice, of: areas, severity: warn, atLeast: 70%, basis: 区里的要求}
            """
        );

        var run = await Assess.RunAsync("check", Gaojing, "--policy", policy);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Matches($"^{Gaojing}:\\d+:\\d+ 提醒：条款“.*（policy-voice-share）$", lines[0]);
        Assert.StartsWith(
            $"{Gaojing}：没有问题，提醒 1 处，已核对",
            lines[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SeveralPolicies_AreAllHeldAgainst()
    {
        var run = await Assess.RunAsync(
            "check",
            Danan,
            "--policy",
            Policy("shanghai-burden-relief"),
            "--policy",
            Policy("jingan-guidance")
        );

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("政策“上海市居村组织考核减负要求”", run.Output, StringComparison.Ordinal);
        Assert.Contains(
            "政策“静安区居民区年度工作考核评估指导意见（试行）”",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Json_ListsDeparturesWithTheirGround()
    {
        var run = await Assess.RunAsync(
            "check",
            Assess.SchemeFile("jingan-guidance"),
            "--json",
            "--policy",
            Policy("shanghai-burden-relief")
        );

        Assert.Equal(1, run.ExitCode);
        var departure = Assert.Single(JsonNode.Parse(run.Output)!.AsArray())!;
        Assert.Equal(
            ("policy-voice-share", "五（一）3", "上海市居村组织考核减负要求", "三（二）"),
            (
                (string?)departure["code"],
                (string?)departure["clause"],
                (string?)departure["policy"],
                (string?)departure["ground"]!["clause"]
            )
        );
        Assert.Equal("refuse", (string?)departure["severity"]);
        Assert.True((int)departure["line"]! > 1);
    }

    [Fact]
    public async Task PolicyThatIsNotThere_EndsWithTwoAndOneLine() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("check", Gaojing, "--policy", "没有.yaml"),
            "没有这个文件：没有.yaml"
        );

    [Fact]
    public async Task BrokenPolicy_EndsWithOneAndIsNamedWithWhatElseIsWrong()
    {
        using var folder = new TemporaryFolder();
        var broken = await folder.WriteAsync(
            "policy.yaml",
            (await File.ReadAllTextAsync(Policy("jingan-guidance"))).Replace(
                "kind: weights",
                "kind: weigths",
                StringComparison.Ordinal
            )
        );

        var run = await Assess.RunAsync("check", Gaojing, "--policy", broken);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith(
            $"{broken}:27:11 没有“weigths”这种政策规则",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.EndsWith("（policy-kind-unknown）", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{Gaojing}：没有问题", lines[1], StringComparison.Ordinal);
    }

    private static string Policy(string id) =>
        Path.Combine(AppContext.BaseDirectory, "policies", $"{id}.yaml");
}
