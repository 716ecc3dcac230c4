using System.Text.Json.Nodes;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Cli.Tests;

public sealed class CompareTest
{
    private const string Gaojing = "gaojing-2024";
    private static readonly string Facts = Assess.CaseFile(Gaojing, "1", "facts.json");
    private static readonly string Scheme = Assess.SchemeFile(Gaojing);

    [Fact]
    public async Task TwoSchemes_TellWhoMovedAndByWhichClause()
    {
        using var folder = new TemporaryFolder();
        var changed = await folder.WriteAsync(
            "changed.yaml",
            (await File.ReadAllTextAsync(Scheme)).Replace(
                "quota: {share: 30%, max: 9, limit: hard}",
                "quota: {share: 20%, max: 9, limit: hard}",
                StringComparison.Ordinal
            )
        );

        var run = await Assess.RunAsync("compare", Scheme, changed, "--facts", Facts);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("五（一） 优秀（条款）", run.Output, StringComparison.Ordinal);
        Assert.Contains("等次 优秀 → 合格", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoSetsOfFacts_PartsAddUp()
    {
        var run = await Assess.RunAsync(
            "compare",
            Facts,
            Assess.CaseFile(Gaojing, "2", "facts.json"),
            "--json"
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        foreach (var subject in JsonNode.Parse(run.Output)!["subjects"]!.AsArray())
        {
            if (subject!["totalDifference"] is { } difference)
            {
                Assert.Equal(
                    (decimal)difference,
                    subject["parts"]!.AsArray().Sum(part => (decimal?)part!["total"] ?? 0m)
                );
            }
        }
    }

    [Fact]
    public async Task TheSameTwice_IsSaidInOneLine()
    {
        var run = await Assess.RunAsync("compare", Facts, Facts);

        Assert.Equal((0, "两者没有不同"), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task MixedFilesAndMissingFacts_AreOneLineOnStandardError()
    {
        string[][] mistakes =
        [
            ["compare", Scheme, Facts],
            ["compare", Scheme, Scheme],
            ["compare", Facts, Facts, "--facts", Facts],
            ["compare", Facts, "no-such-file.json"],
        ];
        foreach (var mistake in mistakes)
        {
            var run = await Assess.RunAsync(mistake);

            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Single(run.ErrorLines);
        }
    }
}
