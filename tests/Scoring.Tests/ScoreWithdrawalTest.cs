using System.Net;
using System.Net.Http.Json;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Scores;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class ScoreWithdrawalTest(ScoringHost host)
{
    [Fact]
    public async Task WithdrawnScore_HoldsNoLonger_AndStaysOnRecordWithTheReason()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var scorer = year.Scorer("社建办");
        await GiveAsync(year, scorer, 84);

        using var withdrawn = await year.SendAsync(
            scorer,
            "/scores/withdraw",
            Withdrawal("评错了居民区")
        );

        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        var entries = await year.LedgerAsync("R1.1");
        Assert.Equal([false, false], entries.Select(entry => (bool)entry["current"]!));
        Assert.Equal(
            (true, "评错了居民区", (long?)entries[0]["id"]),
            (
                (bool)entries[1]["withdrawn"]!,
                (string?)entries[1]["reason"],
                (long?)entries[1]["supersedes"]
            )
        );
        var line = (await year.ProgressAsync())["scores"]!
            .AsArray()
            .Single(line =>
                (string?)line!["item"] == "R1.1" && (string?)line["department"] == "社建办"
            );
        Assert.Contains("a1", line!["missing"]!.AsArray().Select(area => (string?)area));
    }

    [Fact]
    public async Task ScoreAfterAWithdrawal_SaysWhy_AndFollowsItInTheLedger()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await GiveAsync(year, year.Admin, 84);
        await year.PostAsync("/scores/withdraw", Withdrawal("评错了居民区"));

        await year.IsRefusedAsync<EntryMustFitTheScheme>("/scores", Score(84, reason: null));
        await year.PostAsync("/scores", Score(84, "核实无误"));

        var entries = await year.LedgerAsync("R1.1");
        Assert.Equal([false, false, true], entries.Select(entry => (bool)entry["current"]!));
        Assert.Equal((long?)entries[1]["id"], (long?)entries[2]["supersedes"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public async Task WithdrawalWithoutAReason_IsRefused(string? reason)
    {
        var year = await TownshipYear.ScoringAsync(host);
        await GiveAsync(year, year.Admin, 84);

        using var answer = await year.Admin.PostAsJsonAsync(
            $"{year.Path}/scores/withdraw",
            Withdrawal(reason)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((bool)Assert.Single(await year.LedgerAsync("R1.1"))["current"]!);
    }

    [Fact]
    public async Task ScoreThatIsNotThere_CannotBeWithdrawn()
    {
        var year = await TownshipYear.ScoringAsync(host);

        await year.IsRefusedAsync<ThereMustBeAScoreToWithdraw>(
            "/scores/withdraw",
            Withdrawal("没有评过")
        );

        await GiveAsync(year, year.Admin, 84);
        await year.PostAsync("/scores/withdraw", Withdrawal("有误"));
        await year.IsRefusedAsync<ThereMustBeAScoreToWithdraw>(
            "/scores/withdraw",
            Withdrawal("再撤")
        );
    }

    [Theory]
    // Only one department can have scored; for the visits the reporter makes no difference.
    [InlineData("R1.4", "城建中心", null)]
    [InlineData("R1.4", null, "城建中心")]
    [InlineData("visits.false", "党建办", null)]
    [InlineData("visits.false", null, "党建办")]
    public async Task ScoreWhoseReporterGoesWithoutSaying_IsWithdrawnWithOrWithoutIt(
        string item,
        string? entered,
        string? withdrawn
    )
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync(
            "/scores",
            new
            {
                area = "a1",
                item,
                department = entered,
                score = 2,
            }
        );

        await year.PostAsync(
            "/scores/withdraw",
            new
            {
                area = "a1",
                item,
                department = withdrawn,
                reason = "有误",
            }
        );

        Assert.Equal(
            [false, false],
            (await year.LedgerAsync(item)).Select(entry => (bool)entry["current"]!)
        );
    }

    [Fact]
    public async Task AnothersScore_CannotBeWithdrawn()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await GiveAsync(year, year.Admin, 84);

        await year.IsRefusedAsync<ScorerMustScoreForTheOwnDepartment>(
            "/scores/withdraw",
            Withdrawal("不该这样评"),
            year.Scorer("党服中心")
        );
    }

    [Fact]
    public async Task CountedReport_OfASource_CannotBeWithdrawnByHand()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await host.DeliverAsync(year.Report("hotline", "a1", 1, LedgerTest.Fact("tickets", 7)));

        await year.IsRefusedAsync<ThereMustBeAScoreToWithdraw>(
            "/scores/withdraw",
            new
            {
                area = "a1",
                item = "tickets",
                reason = "少算了",
            }
        );
    }

    private static async Task GiveAsync(TownshipYear year, HttpClient by, decimal score)
    {
        using var given = await year.SendAsync(by, "/scores", Score(score, null));
        given.EnsureSuccessStatusCode();
    }

    private static object Score(decimal score, string? reason) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = "社建办",
            score,
            reason,
        };

    private static object Withdrawal(string? reason) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = "社建办",
            reason,
        };
}
