using System.Text.Json.Nodes;
using Assessment.Engine.Facts;

namespace Assessment.Cli.Tests;

public sealed class NearestTest
{
    private static readonly string Facts = Assess.CaseFile("gaojing-2024", "1", "facts.json");

    [Fact]
    public async Task Area_IsShownTheSmallestChangesEachWay()
    {
        var run = await Assess.RunAsync("nearest", Facts, "gj07");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("名次上升", run.Output, StringComparison.Ordinal);
        Assert.Contains("名次下降", run.Output, StringComparison.Ordinal);
        Assert.Contains("增加 1 户（0 → 1）", run.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(
            "[A-Za-z]{3}",
            run.Output.Replace("--json", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Json_NamesFactAndDirection()
    {
        var run = await Assess.RunAsync("nearest", Facts, "gj07", "--json");

        var first = JsonNode.Parse(run.Output)!.AsArray()[0]!;
        Assert.Equal("rank", (string?)first["aim"]);
        Assert.Equal("better", (string?)first["direction"]);
        Assert.Equal("第 28 名", (string?)first["before"]);
        // Of a rate they are fractions, and so texts.
        Assert.NotEqual($"{first["from"]}", $"{first["to"]}");
    }

    [Fact]
    public async Task UnknownSubject_IsOneLineOnStandardError()
    {
        var run = await Assess.RunAsync("nearest", Facts, "nobody");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("nobody", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
