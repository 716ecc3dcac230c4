using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>更正: a final result stands until the same body has decided on another and it is signed.</summary>
[Collection(ScoringService.Name)]
public sealed class CorrectionTest(ScoringHost host)
{
    [Theory]
    [InlineData("gaojing-2024", "gj03", "R1.1", "社建办", null)]
    [InlineData("danan-2017", "dn4", "L1", null, "Q1")]
    public async Task Correction_IsDecidedAndSigned_AndTheOldVersionStaysReadable(
        string scheme,
        string area,
        string item,
        string? department,
        string? period
    )
    {
        var year = await TownshipYear.CalculatedAsync(host, scheme);
        await year.IsRefusedAsync<OnlyAFinalResultIsCorrected>(
            "/procedure/correction",
            new { confirm = true, reason = "统计有误" }
        );
        // To the end: 高境's areas see their results from the feedback on.
        await year.Procedure.UntilAsync(kind: null, default);
        var score = new
        {
            area,
            item,
            department,
            period,
            score = 2.5m,
            reason = "原始记录有误",
        };
        await year.IsRefusedAsync<CycleIsFinal>("/scores", score);
        await year.IsRefusedAsync<NoCorrectionIsUnderWay>(
            "/procedure/correction/make",
            new { confirm = true, reason = "统计有误" }
        );
        await year.PostAsync("/procedure/correction", new { confirm = true, reason = "统计有误" });
        await year.IsRefusedAsync<CorrectionIsUnderWay>(
            "/procedure/correction",
            new { confirm = true, reason = "统计有误" }
        );
        await year.PutRightAsync(department ?? "监察室", period, score);
        var keys = (await year.GetAsync($"{year.Path}/procedure/differences"))
            .AsArray()
            .Select(one => (string)one!["key"]!)
            .ToList();
        await year.IsRefusedAsync<DifferencesMustBeThere>(
            "/procedure/correction/make",
            new
            {
                confirm = true,
                reason = "统计有误",
                change = new { takenUp = new[] { "fact|nobody|x||" } },
            }
        );
        var before = await TotalAsync(year, area);
        var made = await year.PostAsync(
            "/procedure/correction/make",
            new
            {
                confirm = true,
                reason = "统计有误",
                change = new { takenUp = keys },
            }
        );
        Assert.Equal("统计有误", (string?)made["correction"]);

        // What was final stands until another is.
        Assert.Equal(before, await TotalAsync(year, area));
        using var own = year.AreaAccount(area);
        Assert.Equal(
            before,
            (decimal?)
                (await TownshipYear.GetAsync(own, $"{year.Path}/results"))["areas"]![0]!["total"]
        );
        await year.IsRefusedAsync<CorrectionIsMadeAlready>(
            "/procedure/correction/abandon",
            new { reason = "不需更正" }
        );
        await year.FinalizeAsync();

        var final = await host.ReceiveAsync<AssessmentFinalized>(
            year.Township,
            one => one.Version == 2
        );
        var after = await TotalAsync(year, area);
        Assert.NotEqual(before, after);
        Assert.Equal(after, final.Areas.Single(one => one.Id == area).Total);
        var versions = (await year.GetAsync($"{year.Path}/procedure/versions")).AsArray();
        Assert.Equal(
            [1, 2],
            versions
                .Where(one => one!["finalVersion"] is not null)
                .Select(one => (int)one!["finalVersion"]!)
        );
        var first = versions.Single(one => (int?)one!["finalVersion"] == 1)!;
        var old = await year.GetAsync($"{year.Path}/procedure/versions/{first["number"]}");
        Assert.Equal(before, TotalOf(old, area));
        Assert.False((bool)(await year.GetAsync($"{year.Path}/procedure"))["admitsCorrections"]!);
        // The other services were told, so that tickets can be put right meanwhile.
        Assert.Equal(1, (await host.ReceiveAsync<CorrectionOpened>(year.Township)).Number);
        Assert.Equal(1, (await host.ReceiveAsync<CorrectionEnded>(year.Township)).Number);
        await year.IsRefusedAsync<CycleIsFinal>("/scores", score);
    }

    [Fact]
    public async Task AbandonedCorrection_LeavesTheFinalResultAsItWas()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        await year.FinalizeAsync();
        await year.PostAsync("/procedure/correction", new { confirm = true, reason = "待核实" });
        await year.PostAsync("/procedure/correction/abandon", new { reason = "核实无误" });
        await year.IsRefusedAsync<NoCorrectionIsUnderWay>(
            "/procedure/correction/abandon",
            new { reason = "核实无误" }
        );
        var now = await year.GetAsync($"{year.Path}/procedure");
        Assert.True((bool)now["isFinal"]!);
        Assert.Null((string?)now["correction"]);
    }

    private static async Task<decimal?> TotalAsync(TownshipYear year, string area) =>
        TotalOf(await year.GetAsync($"{year.Path}/results"), area);

    private static decimal? TotalOf(JsonNode results, string area) =>
        (decimal?)results["areas"]!.AsArray().Single(one => (string?)one!["id"] == area)!["total"];
}
