using System.Text.Json.Nodes;
using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests;

public sealed class EvaluateTest
{
    private const string Gaojing = "gaojing-2024";
    private static readonly string Facts = Assess.CaseFile(Gaojing, "1", "facts.json");

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    [InlineData("5")]
    [InlineData("6")]
    [InlineData("7")]
    [InlineData("8")]
    public async Task Json_OfACase_IsTheExpectedResult(string number)
    {
        var run = await Assess.RunAsync(
            "evaluate",
            Assess.CaseFile(Gaojing, number, "facts.json"),
            "--json"
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var expected = Sorted(
            await File.ReadAllTextAsync(Assess.CaseFile(Gaojing, number, "expected.json"))
        );
        Assert.True(JsonNode.DeepEquals(expected, Sorted(run.Output)));
    }

    [Fact]
    public async Task WithoutJson_IsATableWithFindingsPayoutAndDigest()
    {
        var run = await Assess.RunAsync("evaluate", Facts);

        Assert.Equal(0, run.ExitCode);
        var row = Assert.Single(
            run.Output.Split('\n'),
            line =>
                line.Contains("gj04", StringComparison.Ordinal)
                && line.Contains("91.25", StringComparison.Ordinal)
        );
        Assert.Contains("优秀", row, StringComparison.Ordinal);
        Assert.Contains("head.duplicate", run.Output, StringComparison.Ordinal);
        Assert.Contains("合计 133500.00 元", run.Output, StringComparison.Ordinal);
        Assert.Matches("校验码 [0-9a-f]{64}", run.Output);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task SchemeOfTheWorkingProject_IsFoundFurtherUp_AndBeforeTheOneNextToTheProgram()
    {
        using var project = new TemporaryFolder();
        var yaml = await File.ReadAllTextAsync(Assess.SchemeFile(Gaojing));
        await project.WriteAsync(
            Path.Combine("schemes", Gaojing, "scheme.yaml"),
            yaml.Replace(
                "title: 2024年高境镇居民区考核方案\ntownship",
                "title: 本地方案\ntownship",
                StringComparison.Ordinal
            )
        );
        var inside = Directory.CreateDirectory(Path.Combine(project.Path, "a", "b")).FullName;

        var run = await Assess.RunInAsync(inside, "evaluate", Facts, "--unchecked");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("本地方案", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemeGivenAsAFile_IsUsed()
    {
        using var folder = new TemporaryFolder();
        var yaml = await File.ReadAllTextAsync(Assess.SchemeFile(Gaojing));
        var file = await folder.WriteAsync(
            "other.yaml",
            yaml.Replace("max: 9, limit", "max: 1, limit", StringComparison.Ordinal)
        );

        var run = await Assess.RunAsync(
            "evaluate",
            Facts,
            "--json",
            "--scheme",
            file,
            "--unchecked"
        );

        var excellent = JsonNode.Parse(run.Output)!["areas"]!
            .AsArray()
            .Count(area => (string?)area!["grade"] == "优秀");
        Assert.Equal(1, excellent);
    }

    [Fact]
    public async Task FactsFileThatIsNotThere_EndsWithTwoAndOneLine() =>
        AssertRefused(await Assess.RunAsync("evaluate", "没有.json"), "没有这个文件：没有.json");

    [Theory]
    [InlineData("", "不是有效的 JSON")]
    [InlineData("{", "不是有效的 JSON")]
    [InlineData(
        """{"scheme":"gaojing-2024","year":2024,"areas":[{"id":"a","nam":"b"}],"staff":[],"facts":[],"events":[]}""",
        "nam"
    )]
    [InlineData(
        """{"scheme":"gaojing-2024","year":2024,"areas":[],"staff":[],"facts":[{"subject":"a","item":"tickets","value":1}],"events":[]}""",
        "不在名单里"
    )]
    [InlineData(
        """{"scheme":"../gaojing-2024","year":2024,"areas":[],"staff":[],"facts":[],"events":[]}""",
        "不是方案编号"
    )]
    [InlineData(
        """{"scheme":"nowhere-1999","year":2024,"areas":[],"staff":[],"facts":[],"events":[]}""",
        "找不到方案“nowhere-1999”"
    )]
    public async Task FactsFileThatCannotBeUsed_EndsWithTwoAndOneLine(string facts, string says)
    {
        using var folder = new TemporaryFolder();
        var file = await folder.WriteAsync("facts.json", facts);

        AssertRefused(await Assess.RunAsync("evaluate", file, "--json"), says);
    }

    [Fact]
    public async Task SchemeWithAMistake_EndsWithTwoAndNamesItsPlace()
    {
        using var folder = new TemporaryFolder();
        var yaml = await File.ReadAllTextAsync(Assess.SchemeFile(Gaojing));
        var file = await folder.WriteAsync(
            "scheme.yaml",
            yaml.Replace("year: 2024\n", "year: 二〇二四\n", StringComparison.Ordinal)
        );

        AssertRefused(await Assess.RunAsync("evaluate", Facts, "--scheme", file), $"{file}:6:7");
    }

    [Fact]
    public async Task EveryProblemOfTheFacts_IsListedOnceWithItsPlaceAndCode()
    {
        using var folder = new TemporaryFolder();
        var facts = JsonNode.Parse(await File.ReadAllTextAsync(Facts))!;
        foreach (var fact in facts["facts"]!.AsArray())
        {
            if ((string?)fact!["item"] == "R2.6")
            {
                fact["item"] = "R2.7";
            }
        }
        facts["facts"]!.AsArray().First(fact => (string?)fact!["item"] == "R1.1")!["value"] = 101;
        facts["staff"]![0]!["area"] = "gj99";
        var file = await folder.WriteAsync("facts.json", facts.ToJsonString());

        var run = await Assess.RunAsync("evaluate", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(3, run.ErrorLines.Length);
        Assert.Matches(
            "facts.json：gj..p. .*“gj99”不在名单里；最接近的有：.*（area-unknown）$",
            run.ErrorLines[0]
        );
        Assert.Matches(
            "facts.json：gj.. .*是 101，应当在 0 到 100 之间（fact-out-of-range）$",
            run.ErrorLines[1]
        );
        Assert.Matches(
            "“R2.7.[^”]*”不是本方案的事实项；最接近的有：R2.1、R2.2、R2.3；同样的还有 29 处：.* 等（fact-unknown）$",
            run.ErrorLines[2]
        );
    }

    [Fact]
    public async Task EveryMistakeInTheFormOfTheFacts_IsListedWithItsLine()
    {
        using var folder = new TemporaryFolder();
        var file = await folder.WriteAsync(
            "facts.json",
            """
            {"scheme": "gaojing-2024", "year": 2024,
             "areas": [
               {"id": "a", "nam": "b"}],
             "staff": [],
             "facts": [{"subject": "a", "item": "tickets", "value": 1},
                       {"subject": "a", "item": "tickets",
                        "value": "many"}],
             "events": []}
            """
        );

        var run = await Assess.RunAsync("evaluate", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.Contains(
            "areas[0] 不是可用的事实文件：第 3 行（$.areas[0]",
            run.ErrorLines[0],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "facts[1] 不是可用的事实文件：第 7 行（$.facts[1].value）",
            run.ErrorLines[1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("explain", "gj02")]
    [InlineData("nearest", "gj02")]
    [InlineData("decisions")]
    public async Task SchemeThatDoesNotCheck_IsRefusedWithoutUnchecked(
        string command,
        params string[] more
    )
    {
        using var folder = new TemporaryFolder();
        var source = Path.Combine(Path.GetDirectoryName(Assess.SchemeFile(Gaojing))!, "source.md");
        var yaml = await File.ReadAllTextAsync(Assess.SchemeFile(Gaojing));
        await folder.WriteAsync("source.md", await File.ReadAllTextAsync(source));
        await folder.WriteAsync(
            Path.Combine("questionnaires", "residents.yaml"),
            await File.ReadAllTextAsync(
                Path.Combine(Path.GetDirectoryName(source)!, "questionnaires", "residents.yaml")
            )
        );
        var file = await folder.WriteAsync(
            "scheme.yaml",
            yaml.Replace(
                "quote: 服务凝聚群众(分值18分)",
                "quote: 服务群众(分值18分)",
                StringComparison.Ordinal
            )
        );
        string[] arguments = [command, Facts, .. more, "--scheme", file];

        var refused = await Assess.RunAsync(arguments);
        var accepted = await Assess.RunAsync([.. arguments, "--unchecked"]);

        AssertRefused(refused, "（quote-not-in-source）");
        Assert.StartsWith($"{file}:", refused.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (accepted.ExitCode, accepted.Errors));
    }

    [Fact]
    public async Task EveryProblemOfTheScheme_IsListed()
    {
        using var folder = new TemporaryFolder();
        var yaml = await File.ReadAllTextAsync(Assess.SchemeFile(Gaojing));
        var file = await folder.WriteAsync(
            "scheme.yaml",
            yaml.Replace("year: 2024\n", "year: 二〇二四\n", StringComparison.Ordinal)
                .Replace("toRank: 12", "toRank: x", StringComparison.Ordinal)
        );

        var run = await Assess.RunAsync("evaluate", Facts, "--scheme", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal(2, run.ErrorLines.Length);
    }

    internal static void AssertRefused(Run run, string says)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains(says, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>The order of payouts and findings does not matter.</summary>
    private static JsonNode Sorted(string json)
    {
        var results = JsonNode.Parse(json)!;
        foreach (var list in new[] { "payouts", "findings" })
        {
            var sorted = results[list]!
                .AsArray()
                .Select(one => one!.DeepClone())
                .OrderBy(one => one.ToJsonString(), StringComparer.Ordinal)
                .ToArray();
            results[list] = new JsonArray(sorted);
        }
        return results;
    }
}
