using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Procedures.Cancelling;
using Assessment.Scoring.Tests.Notices;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>撤销: at once where nothing was collected, otherwise when a second person agrees.</summary>
[Collection(ScoringService.Name)]
public sealed class CancellingTest(ScoringHost host)
{
    private static readonly object Ask = new { confirm = true, reason = "方案选错了" };
    private static readonly object Agree = new { confirm = true };

    [Fact]
    public async Task NothingCollected_IsCancelledAtOnce_AndTheYearCanBeOpenedAnew()
    {
        var year = await TownshipYear.OpenAsync(host);

        await year.PostAsync("/cancel", Ask);

        var progress = await year.ProgressAsync();
        Assert.Equal(
            ("cancelled", "方案选错了"),
            ((string?)progress["state"], (string?)progress["cancelledBecause"])
        );
        var told = await host.ReceiveAsync<CycleCancelled>(year.Township);
        Assert.Equal(year.Cycle, told.Cycle);
        var cancelled = year.Cycle;
        await year.OpenCycleAsync(2024);
        Assert.NotEqual(cancelled, year.Cycle);
        var list = (await year.GetAsync("/api/scoring/cycles")).AsArray();
        Assert.Equal(["cancelled", "open"], list.Select(cycle => (string?)cycle!["state"]).Order());
    }

    [Fact]
    public async Task OpenedAnewByTwoAtOnce_IsOneCycle()
    {
        var year = await TownshipYear.OpenAsync(host);
        await year.PostAsync("/cancel", Ask);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    year.Admin.PostAsJsonAsync(
                        "/api/scoring/cycles",
                        new { scheme = "gaojing-2024", year = 2024 }
                    )
                )
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
    }

    [Fact]
    public async Task SomethingCollected_IsCancelledOnceTheLeaderAgrees()
    {
        var year = await CollectedAsync();

        var asked = await year.PostAsync("/cancel", Ask);

        Assert.True((bool)asked["cancellation"]!["isOpen"]!);
        Assert.Equal("scoring", await StateAsync(year));
        await year.IsRefusedAsync<CancellationIsAskedAlready>("/cancel", Ask);

        await year.PostAsync(year.LeaderAccount(), "/cancel/agree", Agree);

        Assert.Equal("cancelled", await StateAsync(year));
        await host.ReceiveAsync<CycleCancelled>(year.Township);
        await year.IsRefusedAsync<CycleIsCancelled>("/cancel", Ask);
    }

    [Fact]
    public async Task WhoAsked_DoesNotAgreeAsWell()
    {
        var year = await CollectedAsync();
        using var both = host.As(
            new SignedInPerson(year.Township, Roles.TownshipAdministrator, Roles.Leader)
        );
        await year.PostAsync(both, "/cancel", Ask);

        await year.IsRefusedAsync<CancellationMustBeAgreedToByAnother>(
            "/cancel/agree",
            Agree,
            both
        );
        await year.IsRefusedAsync<CancellationMustBeAgreedToByAnother>(
            "/cancel/decline",
            new { reason = "不同意" },
            both
        );

        Assert.Equal("scoring", await StateAsync(year));
    }

    [Fact]
    public async Task LeaderInChargeOfDepartments_DoesNotAgree()
    {
        var year = await CollectedAsync();
        await year.PostAsync("/cancel", Ask);
        using var inCharge = host.As(
            new SignedInPerson(year.Township, Roles.Leader) { Signs = ["党建办"] }
        );

        await year.IsRefusedAsync<LeaderMustSignForTheTownship>("/cancel/agree", Agree, inCharge);
    }

    [Fact]
    public async Task DeclinedWithAReason_GoesOn_AndCanBeAskedForAgain()
    {
        var year = await CollectedAsync();
        using var leader = year.LeaderAccount();
        await year.IsRefusedAsync<NoCancellationIsAsked>("/cancel/agree", Agree, leader);
        await year.PostAsync("/cancel", Ask);
        await year.IsRefusedAsync<ReasonIsMissing>("/cancel/decline", new { reason = " " }, leader);

        var declined = await year.PostAsync(
            leader,
            "/cancel/decline",
            new { reason = "数据已经收齐" }
        );

        Assert.Equal("数据已经收齐", (string?)declined["cancellation"]!["declined"]);
        Assert.False((bool)declined["cancellation"]!["isOpen"]!);
        await year.IsRefusedAsync<NoCancellationIsAsked>("/cancel/agree", Agree, leader);
        await year.PostAsync("/cancel", Ask);
        await year.PostAsync(leader, "/cancel/agree", Agree);
        Assert.Equal("cancelled", await StateAsync(year));
    }

    [Fact]
    public async Task RequestWithoutConfirmationOrReason_IsRefused()
    {
        var year = await TownshipYear.OpenAsync(host);

        await year.IsRefusedAsync<ActMustBeConfirmed>("/cancel", new { reason = "有误" });
        await year.IsRefusedAsync<ReasonIsMissing>("/cancel", new { confirm = true, reason = "" });

        Assert.Equal("open", await StateAsync(year));
    }

    [Fact]
    public async Task FinalCycle_IsCorrectedAndNotCancelled()
    {
        var year = await CollectedAsync();
        await year.SignSheetsAsync();
        await year.CalculateAsync();
        await year.PostAsync("/cancel", Ask);
        await year.FinalizeAsync();

        await year.IsRefusedAsync<CycleIsFinal>("/cancel", Ask);
        // The request has lapsed.
        await year.IsRefusedAsync<NoCancellationIsAsked>(
            "/cancel/agree",
            Agree,
            year.LeaderAccount()
        );

        Assert.Equal("final", await StateAsync(year));
    }

    [Fact]
    public async Task EveryWriteOnACancelledCycle_IsRefused()
    {
        var year = await CancelledAsync();

        foreach (
            var (step, body) in new (string, object?)[]
            {
                ("/start-scoring", null),
                ("/calculate", null),
                ("/scores", CalculationTest.Score(80)),
                ("/events", Event),
                ("/procedure/freeze", Agree),
                ("/procedure/step", new { remarks = "" }),
                ("/register-differences/take-over", new { date = "2024-06-01", reason = "核对" }),
                ("/archive", null),
                ("/cancel", Ask),
            }
        )
        {
            await year.IsRefusedAsync<CycleIsCancelled>(step, body);
        }

        await year.IsRefusedAsync<CycleIsCancelled>(
            "/procedure/final",
            Agree,
            year.LeaderAccount()
        );
        var import = await year.ImportAsync(
            "scores",
            "area,item,department,period,score,reason\na1,R1.1,社建办,,84,\n"
        );
        Assert.Equal("cycle-is-cancelled", (string?)import["error"]!["code"]);
        foreach (var purpose in new[] { "evidence", "minutes" })
        {
            using var form = new MultipartFormDataContent
            {
                { new ByteArrayContent("slip"u8.ToArray()), "file", "slip.txt" },
            };
            using var answer = await year.Admin.PostAsync(
                $"/api/scoring/files?cycle={year.Cycle}&purpose={purpose}",
                form
            );
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }
    }

    [Fact]
    public async Task WaitingCalculation_IsEnded_AndWhatComesLaterIsPassedOver()
    {
        var year = await CollectedAsync();
        var request = await year.AskAsync();
        await year.PostAsync("/cancel", Ask);

        await year.PostAsync(year.LeaderAccount(), "/cancel/agree", Agree);

        Assert.Equal("cancelled", (string?)(await year.ProgressAsync())["calculation"]!["status"]);
        var before = await LedgerAsync(year);
        await host.DeliverAsync(year.Report("hotline", "a1", 1, LedgerTest.Fact("tickets", 7)));
        foreach (var source in new[] { "survey", "hotline" })
        {
            await year.AnswerAsync(request, source, 1, 0);
        }

        Assert.Equal(before, await LedgerAsync(year));
        Assert.Equal(
            0,
            await host.ReadAsync(
                year.Township,
                db => db.Results.CountAsync(result => result.Cycle == year.Cycle)
            )
        );
    }

    /// <summary>A notice never ends early but for this, and says why.</summary>
    [Fact]
    public async Task NoticeOfACancelledCycle_SaysSo_AndShowsNobody()
    {
        var year = await TownshipYear.CalculatedAsync(host, "danan-2017");
        var reader = new NoticeReader(year);
        var notice = $"/notices/{await reader.PubliciseAsync()}";
        await host.Days.PassAsync(1, CancellationToken.None);
        var area = CaseFiles.Facts("danan-2017", "1").Areas[0].Name;
        Assert.Contains(area, (await reader.AsAnybodyAsync(notice)).Text, StringComparison.Ordinal);

        await year.PostAsync("/cancel", Ask);
        await year.PostAsync(year.LeaderAccount(), "/cancel/agree", Agree);

        var (_, text) = await reader.AsAnybodyAsync(notice);
        Assert.Contains("本次考核已经取消", text, StringComparison.Ordinal);
        Assert.DoesNotContain(area, text, StringComparison.Ordinal);
        var (form, _) = await reader.AsAnybodyAsync($"{notice}/objection");
        Assert.Equal(HttpStatusCode.NotFound, form);
    }

    [Fact]
    public async Task ResultsOfACancelledCycle_AreForTheOfficeAndTheLeaderAlone()
    {
        var year = await CollectedAsync();
        await year.SignSheetsAsync();
        await year.CalculateAsync();
        await year.PostAsync("/cancel", Ask);
        await year.PostAsync(year.LeaderAccount(), "/cancel/agree", Agree);

        foreach (
            var (client, path) in new[]
            {
                (year.AreaAccount("a1"), "/results"),
                (year.AreaAccount("a1"), "/results/a1/explanation"),
                (year.AreaAccount("a1"), "/procedure/standings"),
                (host.As(year.Township, Roles.FinancePreparer), "/results"),
                (host.As(year.Township, Roles.FinanceApprover), "/results.xlsx"),
            }
        )
        {
            using var answer = await client.GetAsync(year.Path + path);
            Assert.Equal((path, HttpStatusCode.Conflict), (path, answer.StatusCode));
            Assert.Equal(
                "cycle-is-cancelled",
                (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]
            );
        }

        await year.GetAsync($"{year.Path}/results");
        await TownshipYear.GetAsync(year.LeaderAccount(), $"{year.Path}/results");
    }

    [Fact]
    public async Task AgreedToTwiceAtOnce_IsCancelledOnce()
    {
        var year = await CollectedAsync();
        await year.PostAsync("/cancel", Ask);

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => year.SendAsync(year.LeaderAccount(), "/cancel/agree", Agree))
        );

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.All(
            answers.Where(answer => !answer.IsSuccessStatusCode),
            answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode)
        );
        await host.ReceiveAsync<CycleCancelled>(year.Township);
        Assert.Single(host.Received<CycleCancelled>(year.Township));
    }

    [Fact]
    public async Task SignedAndCancelledAtOnce_IsOneOfBoth()
    {
        var year = await CollectedAsync();
        await year.SignSheetsAsync();
        await year.CalculateAsync();
        await year.PostAsync("/cancel", Ask);
        await year.Procedure.UntilAsync("final", CancellationToken.None);

        var answers = await Task.WhenAll(
            year.SendAsync(year.LeaderAccount(), "/procedure/final", Agree),
            year.SendAsync(year.LeaderAccount(), "/cancel/agree", Agree)
        );

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Equal(
            answers[0].IsSuccessStatusCode ? "final" : "cancelled",
            await StateAsync(year)
        );
    }

    private static object Event =>
        new
        {
            id = "e9",
            subject = "a1",
            rule = "honour",
            level = "city",
            date = "2024-09-01",
        };

    /// <summary>Departments score, and one has.</summary>
    private async Task<TownshipYear> CollectedAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", CalculationTest.Score(84));
        return year;
    }

    private async Task<TownshipYear> CancelledAsync()
    {
        var year = await CollectedAsync();
        await year.PostAsync("/cancel", Ask);
        await year.PostAsync(year.LeaderAccount(), "/cancel/agree", Agree);
        return year;
    }

    private static async Task<string?> StateAsync(TownshipYear year) =>
        (string?)(await year.ProgressAsync())["state"];

    private Task<int> LedgerAsync(TownshipYear year) =>
        host.ReadAsync(
            year.Township,
            db => db.Ledger.CountAsync(entry => entry.Cycle == year.Cycle)
        );
}
