using System.Text.Json.Nodes;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Cli.Tests;

public sealed class CheckTest
{
    private static readonly string Scheme = Assess.SchemeFile("gaojing-2024");

    [Fact]
    public async Task SoundScheme_EndsWithNothingAndOneLine()
    {
        var run = await Assess.RunAsync("check", Scheme);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches(
            @"：没有问题，已核对语法、引文 \d+ 处（source\.md）、问卷 1 份\n$",
            run.Output
        );
    }

    [Fact]
    public async Task SeveralSchemes_AreAllChecked_AndOneWithProblemsDecidesTheEnd()
    {
        using var folder = new TemporaryFolder();
        var wrong = await CopyAsync(folder, "year: 2024\n", "year: 二〇二四\n");

        var run = await Assess.RunAsync("check", wrong, Scheme);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Contains($"{wrong}:6:7 ", run.Output, StringComparison.Ordinal);
        Assert.Contains("（integer-expected）", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{Scheme}：没有问题", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quote: 综合评分前5名", "quote: 综合评分前6名", "（quote-not-in-source）")]
    [InlineData("clause: 四（二）1（1）", "clause: 四（二）1（7）", "（clause-unknown）")]
    [InlineData(
        "file: source.md",
        "file: 来源.md",
        ":9 方案旁边没有来源文件“来源.md”（source-missing）"
    )]
    [InlineData(
        "questionnaire: questionnaires/residents.yaml",
        "questionnaire: questionnaires/other.yaml",
        ":24 方案旁边没有问卷“questionnaires/other.yaml”（questionnaire-missing）"
    )]
    public async Task SchemeWhoseReferencesFail_EndsWithOneAndNamesThePlace(
        string old,
        string replacement,
        string says
    )
    {
        using var folder = new TemporaryFolder();
        var file = await CopyAsync(folder, old, replacement);

        var run = await Assess.RunAsync("check", file);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        var line = Assert.Single(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches($"^{file}:\\d+:\\d+ ", line);
        Assert.Contains(says, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionnaireWithAMistake_IsNamedWithItsOwnPlace()
    {
        using var folder = new TemporaryFolder();
        var file = await CopyAsync(folder, "", "");
        var questionnaire = Path.Combine(folder.Path, "questionnaires", "residents.yaml");
        var text = await File.ReadAllTextAsync(questionnaire);
        await File.WriteAllTextAsync(
            questionnaire,
            text.Replace("{id: q2,", "{id: q1,", StringComparison.Ordinal)
        );

        var run = await Assess.RunAsync("check", file);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"{questionnaire}:10:", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("（duplicate-id）\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_ListsTheProblems()
    {
        using var folder = new TemporaryFolder();
        var file = await CopyAsync(folder, "quote: 综合评分前5名", "quote: 综合评分前6名");

        var run = await Assess.RunAsync("check", file, Scheme, "--json");

        Assert.Equal(1, run.ExitCode);
        var problem = Assert.Single(JsonNode.Parse(run.Output)!.AsArray())!;
        Assert.Equal(
            (file, "quote-not-in-source"),
            ((string?)problem["file"], (string?)problem["code"])
        );
        Assert.True((int)problem["line"]! > 1);
    }

    [Fact]
    public async Task Json_OfASoundScheme_IsAnEmptyList()
    {
        var run = await Assess.RunAsync("check", Scheme, "--json");

        Assert.Equal((0, "[]\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task FileThatIsNotThere_EndsWithTwoAndOneLine() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("check", Scheme, "没有.yaml"),
            "没有这个文件：没有.yaml"
        );

    [Fact]
    public async Task Folder_EndsWithTwoAndOneLine()
    {
        using var folder = new TemporaryFolder();

        EvaluateTest.AssertRefused(
            await Assess.RunAsync("check", folder.Path),
            "这是文件夹，不是文件"
        );
    }

    private static async Task<string> CopyAsync(
        TemporaryFolder folder,
        string old,
        string replacement
    )
    {
        var origin = Path.GetDirectoryName(Scheme)!;
        foreach (var name in new[] { "source.md", "questionnaires/residents.yaml" })
        {
            await folder.WriteAsync(name, await File.ReadAllTextAsync(Path.Combine(origin, name)));
        }

        var yaml = await File.ReadAllTextAsync(Scheme);
        Assert.Contains(old, yaml, StringComparison.Ordinal);
        return await folder.WriteAsync(
            "scheme.yaml",
            old.Length == 0 ? yaml : yaml.Replace(old, replacement, StringComparison.Ordinal)
        );
    }
}
