using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests;

/// <summary><c>assess test</c>.</summary>
public sealed class CasesTest
{
    private const string Gaojing = "gaojing-2024";
    private static readonly string[] Files = ["facts.json", "expected.json"];

    [Fact]
    public async Task CasesThatAreRight_EndWithNothingAndASummaryForEachScheme()
    {
        using var folder = await TwoCasesAsync();
        await folder.WriteAsync("schemes/other/scheme.yaml", await SchemeAsync());

        var run = await Assess.RunAsync("test", folder.Path, Path.Combine(folder.Path, "schemes/"));

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("gaojing-2024：2 个案例，全部相符\nother：没有案例\n", run.Output);
    }

    [Fact]
    public async Task SchemeFolderItself_MayBeNamed()
    {
        using var folder = await TwoCasesAsync();

        var run = await Assess.RunInAsync(
            Path.Combine(folder.Path, "schemes", Gaojing),
            "test",
            "."
        );

        Assert.Equal((0, "gaojing-2024：2 个案例，全部相符\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task CaseThatIsNotRight_EndsWithOneAndSaysWhere()
    {
        using var folder = await TwoCasesAsync();
        await ChangeAsync(folder, "2", "expected.json", "\"合格\"", "\"良好\"");

        var run = await Assess.RunAsync("test", folder.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.Matches("方案/案例 +│ 对象 +│ 项目 +│ 应为 +│ 实为", run.Output);
        Assert.Matches("gaojing-2024/2 +│ gj\\d\\d +│ 等次 +│ 良好 +│ 合格", run.Output);
        Assert.DoesNotContain("gaojing-2024/1 ", run.Output, StringComparison.Ordinal);
        Assert.Matches("gaojing-2024：2 个案例，1 个相符，1 个不符（共 \\d+ 处）\n$", run.Output);
    }

    [Theory]
    [InlineData("expected.json", "\"rank\"", "\"rnak\"", "expected.json：不是可用的应得结果文件")]
    [InlineData("facts.json", "\"year\"", "\"yaer\"", "facts.json：不是可用的事实文件")]
    [InlineData("facts.json", "\"gaojing-2024\"", "\"other\"", "这是方案“other”的事实")]
    public async Task CaseThatCannotBeUsed_EndsWithOneAndOneLine_AndTheOthersAreCompared(
        string file,
        string old,
        string replacement,
        string says
    )
    {
        using var folder = await TwoCasesAsync();
        await ChangeAsync(folder, "1", file, old, replacement);

        var run = await Assess.RunAsync("test", folder.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("gaojing-2024/1：", lines[0], StringComparison.Ordinal);
        Assert.Contains(says, lines[0], StringComparison.Ordinal);
        Assert.Equal(["gaojing-2024：2 个案例，1 个相符，1 个无法核对"], lines[1..]);
    }

    [Theory]
    [InlineData("facts.json")]
    [InlineData("expected.json")]
    public async Task CaseThatLacksAFile_EndsWithOne(string file)
    {
        using var folder = await TwoCasesAsync();
        File.Delete(CaseFile(folder, "1", file));

        var run = await Assess.RunAsync("test", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("gaojing-2024/1：没有这个文件：", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad-case")]
    [InlineData("bad")]
    public async Task CaseFolderThatBeginsWithBad_IsLeftOut(string name)
    {
        using var folder = await TwoCasesAsync();
        await folder.WriteAsync(CaseFile(folder, name, "facts.json"), "{");

        var run = await Assess.RunAsync("test", folder.Path);

        Assert.Equal((0, "gaojing-2024：2 个案例，全部相符\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task SchemeFolderThatBeginsWithBad_IsLeftOut()
    {
        using var folder = await TwoCasesAsync();
        await folder.WriteAsync("schemes/bad-scheme/scheme.yaml", "x");

        var run = await Assess.RunAsync("test", folder.Path);

        Assert.Equal((0, "gaojing-2024：2 个案例，全部相符\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task SchemeWithAMistake_EndsWithOneAndNamesItsPlace()
    {
        using var folder = await TwoCasesAsync();
        var file = Path.Combine(folder.Path, "schemes", Gaojing, "scheme.yaml");
        await folder.WriteAsync(
            file,
            (await SchemeAsync()).Replace("year: 2024\n", "year: 二\n", StringComparison.Ordinal)
        );

        var run = await Assess.RunAsync("test", folder.Path);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith($"{file}:6:7 ", run.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "gaojing-2024：方案有 1 处问题，没有核对案例\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FolderWithoutCases_EndsWithTwoAndOneLine()
    {
        using var folder = new TemporaryFolder();

        EvaluateTest.AssertRefused(await Assess.RunAsync("test", folder.Path), "没有找到案例");
    }

    [Fact]
    public async Task FolderThatIsNotThere_EndsWithTwoAndOneLine() =>
        EvaluateTest.AssertRefused(await Assess.RunAsync("test", "没有"), "没有这个文件夹：没有");

    [Fact]
    public async Task File_EndsWithTwoAndOneLine() =>
        EvaluateTest.AssertRefused(
            await Assess.RunAsync("test", Assess.SchemeFile(Gaojing)),
            "这是文件，不是文件夹"
        );

    private static async Task<TemporaryFolder> TwoCasesAsync()
    {
        var folder = new TemporaryFolder();
        await folder.WriteAsync($"schemes/{Gaojing}/scheme.yaml", await SchemeAsync());
        foreach (var number in new[] { "1", "2" })
        {
            foreach (var file in Files)
            {
                await folder.WriteAsync(
                    CaseFile(folder, number, file),
                    await File.ReadAllTextAsync(Assess.CaseFile(Gaojing, number, file))
                );
            }
        }
        return folder;
    }

    private static Task<string> SchemeAsync() => File.ReadAllTextAsync(Assess.SchemeFile(Gaojing));

    private static string CaseFile(TemporaryFolder folder, string number, string file) =>
        Path.Combine(folder.Path, "schemes", Gaojing, "cases", number, file);

    private static async Task ChangeAsync(
        TemporaryFolder folder,
        string number,
        string file,
        string old,
        string replacement
    )
    {
        var path = CaseFile(folder, number, file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            path,
            text.Replace(old, replacement, StringComparison.Ordinal)
        );
    }
}
