using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Scoring.Events;
using Assessment.Scoring.Scores;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Edits;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Two people with the same score or event before them: the later one is told what the earlier one did.</summary>
[Collection(ScoringService.Name)]
public sealed class ScoreVersionsTest(ScoringHost host)
{
    private const string Nothing = "\"0\"";

    [Fact]
    public async Task LaterOfTwoFirstScores_IsToldTheOther_AndMayInsist()
    {
        var year = await TownshipYear.ScoringAsync(host);
        using var first = await year.SendAsync(
            year.Scorer("社建办"),
            "/scores",
            Score(84),
            Nothing
        );
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        var problem = await LateAsync(year, "/scores", Score(90), Nothing);

        var current = problem["current"]!;
        Assert.Equal(
            (84m, true, Assert.Single(await year.LedgerAsync("R1.1"))["reportedBy"]!.ToString()),
            ((decimal)current["value"]!, (bool)current["current"]!, (string)current["reportedBy"]!)
        );
        Assert.NotNull(current["reportedAt"]);
        Assert.Equal(TagOf(current), first.Headers.ETag!.ToString());
        // With both before the eyes, one chooses, and says why as for every change.
        using var unexplained = await year.SendAsync(
            year.Admin,
            "/scores",
            Score(90),
            TagOf(current)
        );
        await IsRefusedAsync<EntryMustFitTheScheme>(unexplained);
        using var chosen = await year.SendAsync(
            year.Admin,
            "/scores",
            Score(90, "核对台账"),
            TagOf(current)
        );
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var entries = await year.LedgerAsync("R1.1");
        Assert.Equal([84m, 90m], entries.Select(entry => (decimal)entry["value"]!));
        Assert.Equal(TagOf(entries[1]), chosen.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task LaterOfTwoChanges_IsTold_AndTheUnchangedOneSentAgainIsTaken()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", Score(84));
        var seen = TagOf(Assert.Single(await year.LedgerAsync("R1.1")));
        using var first = await year.SendAsync(year.Admin, "/scores", Score(80, "缺记录"), seen);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        var problem = await LateAsync(year, "/scores", Score(70, "缺两次记录"), seen);
        Assert.Equal(80m, (decimal)problem["current"]!["value"]!);
        // The first one's answer may have been lost on the way.
        using var again = await year.SendAsync(year.Admin, "/scores", Score(80, "缺记录"), seen);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);

        Assert.Equal(
            [84m, 80m],
            (await year.LedgerAsync("R1.1")).Select(entry => (decimal)entry["value"]!)
        );
    }

    [Fact]
    public async Task ChangeOfAScoreThatWasWithdrawn_IsTold_AndWithdrawalOfAChangedOneAsWell()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.PostAsync("/scores", Score(84));
        var seen = TagOf(Assert.Single(await year.LedgerAsync("R1.1")));
        await year.PostAsync("/scores/withdraw", Withdrawal("评错了居民区"));

        var withdrawn = await LateAsync(year, "/scores", Score(80, "缺记录"), seen);
        Assert.Equal(
            (true, false, "评错了居民区"),
            (
                (bool)withdrawn["current"]!["withdrawn"]!,
                (bool)withdrawn["current"]!["current"]!,
                (string?)withdrawn["current"]!["reason"]
            )
        );
        await LateAsync(year, "/scores", Score(80, "缺记录"), Nothing);

        await year.PostAsync("/scores", Score(85, "核实"));
        var changed = await LateAsync(
            year,
            "/scores/withdraw",
            Withdrawal("评错了"),
            TagOf(withdrawn["current"]!)
        );
        Assert.Equal(85m, (decimal)changed["current"]!["value"]!);
        Assert.True((bool)(await year.LedgerAsync("R1.1"))[^1]["current"]!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task EditThatNamesNoVersion_IsRefused(string? ifMatch)
    {
        var year = await TownshipYear.ScoringAsync(host);
        using var first = await year.SendAsync(year.Admin, "/scores", Score(84), ifMatch);
        await IsRefusedAsync<EditMustNameItsVersion>(first);

        await year.PostAsync("/scores", Score(84));
        using var same = await year.SendAsync(year.Admin, "/scores", Score(84), ifMatch);
        await IsRefusedAsync<EditMustNameItsVersion>(same);
        using var withdrawal = await year.SendAsync(
            year.Admin,
            "/scores/withdraw",
            Withdrawal("有误"),
            ifMatch
        );
        await IsRefusedAsync<EditMustNameItsVersion>(withdrawal);

        await year.PostAsync("/events", Honour);
        using var ofEvent = await year.SendAsync(
            year.Admin,
            "/events/e1/withdraw",
            new { reason = "有误" },
            ifMatch
        );
        await IsRefusedAsync<EditMustNameItsVersion>(ofEvent);
        using var correction = await CorrectAsync(year, "district", "级别有误", ifMatch);
        await IsRefusedAsync<EditMustNameItsVersion>(correction);
    }

    [Fact]
    public async Task LaterOfTwoCorrectionsOfAnEvent_IsToldTheOther_AndMayInsist()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var seen = $"\"{(await year.PostAsync("/events", Honour))["version"]}\"";
        using var first = await CorrectAsync(year, "district", "级别有误", seen);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        using var late = await CorrectAsync(year, "national", "核对表彰文件", seen);

        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        var problem = await IsRefusedAsync<SomebodyElseWasFaster>(late);
        Assert.Equal(
            ("district", "级别有误"),
            ((string?)problem["current"]!["level"], (string?)problem["current"]!["reason"])
        );
        // The first one's answer may have been lost on the way.
        using var again = await CorrectAsync(year, "district", "级别有误", seen);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        var tag = $"\"{problem["current"]!["version"]}\"";
        using var unexplained = await CorrectAsync(year, "national", " ", tag);
        await IsRefusedAsync<EntryMustFitTheScheme>(unexplained);
        using var chosen = await CorrectAsync(year, "national", "核对表彰文件", tag);
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var corrected = Assert.Single((await year.GetAsync($"{year.Path}/events")).AsArray())!;
        Assert.Equal("national", (string?)corrected["level"]);
        Assert.Equal($"\"{corrected["version"]}\"", chosen.Headers.ETag!.ToString());
        // What was withdrawn is not corrected any more.
        await year.PostAsync("/events/e1/withdraw", new { reason = "有误" });
        using var withdrawn = await CorrectAsync(year, "city", "有误", "*");
        await IsRefusedAsync<EventIsWithdrawnAlready>(withdrawn);
    }

    [Fact]
    public async Task WithdrawalOfAnEventThatAFileHasCorrected_IsTold_AndMayInsist()
    {
        var year = await TownshipYear.ScoringAsync(host);
        var seen = $"\"{(await year.PostAsync("/events", Honour))["version"]}\"";
        await year.ImportAsync(
            "events",
            "id,subject,rule,level,date\ne1,a1,honour,district,2024-06-03\n"
        );

        var problem = await LateAsync(year, "/events/e1/withdraw", new { reason = "有误" }, seen);

        Assert.Equal("district", (string?)problem["current"]!["level"]);
        using var chosen = await year.SendAsync(
            year.Admin,
            "/events/e1/withdraw",
            new { reason = "有误" },
            $"\"{problem["current"]!["version"]}\""
        );
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var withdrawn = Assert.Single((await year.GetAsync($"{year.Path}/events")).AsArray());
        Assert.Equal($"\"{withdrawn!["version"]}\"", chosen.Headers.ETag!.ToString());
        // Withdrawn already, in the version that is before the eyes.
        await year.IsRefusedAsync<EventIsWithdrawnAlready>(
            "/events/e1/withdraw",
            new { reason = "有误" }
        );
    }

    private static Task<HttpResponseMessage> CorrectAsync(
        TownshipYear year,
        string level,
        string reason,
        string? ifMatch
    ) =>
        year.SendAsync(
            year.Admin,
            "/events/e1",
            new
            {
                subject = "a1",
                rule = "honour",
                level,
                date = "2024-06-03",
                reason,
            },
            ifMatch,
            HttpMethod.Put
        );

    private static async Task<JsonNode> LateAsync(
        TownshipYear year,
        string step,
        object body,
        string ifMatch
    )
    {
        using var answer = await year.SendAsync(year.Admin, step, body, ifMatch);
        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode);
        return await IsRefusedAsync<SomebodyElseWasFaster>(answer);
    }

    private static async Task<JsonNode> IsRefusedAsync<TException>(HttpResponseMessage answer)
        where TException : DomainException
    {
        var problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(DomainException.CodeOf(typeof(TException)), (string?)problem["code"]);
        return problem;
    }

    private static string TagOf(JsonNode entry) => $"\"{entry["id"]}\"";

    private static object Honour =>
        new
        {
            id = "e1",
            subject = "a1",
            rule = "honour",
            level = "city",
            date = "2024-06-03",
        };

    private static object Score(decimal score, string? reason = null) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = "社建办",
            score,
            reason,
        };

    private static object Withdrawal(string reason) =>
        new
        {
            area = "a1",
            item = "R1.1",
            department = "社建办",
            reason,
        };
}
