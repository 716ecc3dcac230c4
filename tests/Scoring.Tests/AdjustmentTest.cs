using System.Text.Json.Nodes;
using Assessment.Scoring.Adjustments;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>不可抗力调整: proposed with reason and clause, approved by a meeting, and only then in the calculation.</summary>
[Collection(ScoringService.Name)]
public sealed class AdjustmentTest(ScoringHost host)
{
    [Fact]
    public async Task AdjustedIndicator_CountsOnceAMeetingHasApprovedIt_AndSaysSo()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        using var leader = year.LeaderAccount();
        await year.IsRefusedAsync<AdjustmentNeedsReasonAndClause>(
            "/adjustments",
            Asked(5, clause: " ")
        );
        await year.IsRefusedAsync<AdjustedValuesMustFitTheScheme>("/adjustments", Asked(99));
        await year.IsRefusedAsync<AdjustedValuesMustFitTheScheme>("/adjustments", Asked(5, "Q9"));
        // An area's indicator is no person's: it would be refused by every calculation.
        await year.IsRefusedAsync<AdjustedValuesMustFitTheScheme>(
            "/adjustments",
            Asked(5, subject: CaseFiles.Facts("danan-2017", "1").Staff[0].Id)
        );
        await year.PostAsync("/adjustments", Asked(5));
        await year.PostAsync("/adjustments", Asked(4));
        await year.PostAsync("/adjustments/2/withdraw");
        await year.PostAsync("/adjustments", Asked(3));
        await year.PostAsync(leader, "/adjustments/3/refuse", new { reason = "影响不大" });
        var before = await TreeAsync(year);
        await RecalculateAsync(year);
        Assert.Equal(before, await TreeAsync(year));

        await year.IsRefusedAsync<MeetingMustBeDescribed>(
            "/adjustments/1/approve",
            new
            {
                confirm = true,
                meeting = new
                {
                    date = "2024-01-02",
                    body = "街道班子会议",
                    present = " ",
                },
            },
            leader
        );
        await year.PostAsync(leader, "/adjustments/1/approve", Approval);
        await year.IsRefusedAsync<AdjustmentIsDecidedAlready>(
            "/adjustments/1/approve",
            Approval,
            leader
        );
        await year.IsRefusedAsync<ResultsMustIncludeTheNewestFacts>(
            "/procedure/freeze",
            new { confirm = true }
        );
        await RecalculateAsync(year);
        var after = await TreeAsync(year);
        Assert.NotEqual(before, after);
        Assert.Contains(
            "不可抗力调整（四（四），原为 4.6）：台风过境；2024-01-02 街道班子会议审定",
            after
        );
        // What was observed stays as it was.
        Assert.Contains(
            (await year.LedgerAsync("L1")),
            entry => (string?)entry["subject"] == "dn1" && (decimal)entry["value"]! == 4.6m
        );

        await year.Procedure.FreezeAsync(default);
        await year.IsRefusedAsync<CycleIsFrozen>("/adjustments", Asked(5));
        Assert.Equal(
            ["approved", "withdrawn", "refused"],
            (await year.GetAsync($"{year.Path}/adjustments"))
                .AsArray()
                .Select(one => (string?)one!["state"])
        );
    }

    private static object Approval =>
        new
        {
            confirm = true,
            meeting = new
            {
                date = "2024-01-02",
                body = "街道班子会议",
                present = "班子成员",
            },
        };

    private static object Asked(
        decimal value,
        string period = "Q1",
        string clause = "四（四）",
        string subject = "dn1"
    ) =>
        new
        {
            reason = "台风过境",
            clause,
            values = new[]
            {
                new
                {
                    subject,
                    item = "L1",
                    period,
                    value,
                },
            },
        };

    private static async Task RecalculateAsync(TownshipYear year)
    {
        await year.CalculateAsync();
        await Eventually.HoldsAsync(
            "calculated",
            async () =>
            {
                var now = await year.ProgressAsync();
                var calculation = now["calculation"]!;
                Assert.False((string?)calculation["status"] == "failed", Text(calculation));
                return (string?)now["state"] == "calculated";
            }
        );
    }

    private static async Task<string> TreeAsync(TownshipYear year) =>
        Text(await year.GetAsync($"{year.Path}/results/dn1/explanation"));

    private static string Text(JsonNode tree) =>
        tree.ToJsonString(
            new()
            {
                Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
