using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests;

public sealed class UsageTest
{
    [Theory]
    [InlineData("缺少命令", "assess --help")]
    [InlineData(
        "没有命令“evaluat”，可用的命令有 evaluate、explain、nearest、compare、decisions、check、test、verify-audit、replay",
        "assess --help",
        "evaluat",
        "x"
    )]
    [InlineData("没有选项“--jsn”", "assess evaluate --help", "evaluate", "x", "--jsn")]
    [InlineData("缺少参数 FACTS.json", "assess evaluate --help", "evaluate")]
    [InlineData("缺少参数 SUBJECT", "assess explain --help", "explain", "x")]
    [InlineData("缺少参数 SCHEME", "assess check --help", "check")]
    [InlineData("缺少参数 EXPORT", "assess verify-audit --help", "verify-audit")]
    [InlineData("缺少参数 DIR", "assess test --help", "test")]
    [InlineData("多出了参数“z”", "assess explain --help", "explain", "x", "y", "z")]
    [InlineData("“--scheme”后面没有写值", "assess evaluate --help", "evaluate", "x", "--scheme")]
    [InlineData(
        "“--format”不能是“html”，可以是 text、json、markdown",
        "assess explain --help",
        "explain",
        "x",
        "y",
        "--format",
        "html"
    )]
    [InlineData("“--format”后面没有写值", "assess explain --help", "explain", "x", "y", "--format")]
    [InlineData(
        "“--scheme”写得不对",
        "assess evaluate --help",
        "evaluate",
        "x",
        "--scheme",
        "a",
        "--scheme",
        "b"
    )]
    public async Task CommandLineThatCannotBeUsed_EndsWithTwoAndOneLine(
        string says,
        string help,
        params string[] arguments
    )
    {
        var run = await Assess.RunAsync(arguments);

        EvaluateTest.AssertRefused(run, says);
        Assert.EndsWith($"；用法见 {help}\n", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("用法：assess <命令> [选项]", "--help")]
    [InlineData("用法：assess explain <FACTS.json> <SUBJECT> [选项]", "explain", "--help")]
    [InlineData("--format <text|json|markdown>  输出格式", "explain", "--help")]
    [InlineData("用法：assess check <SCHEME>… [选项]", "check", "--help")]
    [InlineData("用法：assess verify-audit <EXPORT> [选项]", "verify-audit", "--help")]
    [InlineData("用法：assess replay <FILE> [选项]", "replay", "--help")]
    [InlineData("用法：assess test <DIR>… [选项]", "test", "--help")]
    [InlineData("用法：assess evaluate <FACTS.json> [选项]", "evaluate", "-h")]
    public async Task Help_IsInChinese(string says, params string[] arguments)
    {
        var run = await Assess.RunAsync(arguments);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
        Assert.Contains("-h, -?, --help", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("Usage|Options|Description|Show", run.Output);
    }

    [Fact]
    public async Task FileNameThatBeginsWithAnAt_IsAFileName() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("evaluate", "@x.json"),
            "没有这个文件：@x.json"
        );
}
