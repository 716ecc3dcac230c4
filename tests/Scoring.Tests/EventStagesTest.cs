using System.Net;
using System.Text.Json.Nodes;
using Assessment.Scoring.Events;
using Assessment.Scoring.Procedures;
using Assessment.ServiceDefaults.Edits;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>An event through its three hands, each with an account of its own, over HTTP.</summary>
[Collection(ScoringService.Name)]
public sealed class EventStagesTest(ScoringHost host)
{
    [Fact]
    public async Task Honour_CountsOnceTheOfficeHasApprovedIt_AndNotBefore()
    {
        var year = await TownshipYear.OpenAsync(host);
        var keeper = year.Scorer("党建办");

        var applied = await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"));
        Assert.Equal(("applied", "a1"), (Stage(applied), (string?)applied["applicant"]));
        Assert.Equal(0, await CountedAsync(year));

        var handed = await CheckAsync(year, keeper, applied);
        Assert.Equal("checked", Stage(handed));
        Assert.Equal(0, await CountedAsync(year));

        var approved = await ApproveAsync(year, handed);
        Assert.Equal("approved", Stage(approved));
        Assert.Equal(1, await CountedAsync(year));
        Assert.Equal(
            ["applied", "checked", "approved"],
            approved["acts"]!.AsArray().Select(act => (string?)act!["stage"])
        );
        Assert.Equal((string?)"2", $"{approved["caps"]![0]!["counted"]!.GetValue<decimal>():0.##}");
    }

    [Fact]
    public async Task FactsVersion_GrowsOnlyWhenWhatCountsChanges()
    {
        var year = await TownshipYear.OpenAsync(host);
        var keeper = year.Scorer("党建办");
        var before = await FactsVersionAsync(year);

        var handed = await CheckAsync(
            year,
            keeper,
            await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"))
        );
        Assert.Equal(before, await FactsVersionAsync(year));

        await ApproveAsync(year, handed);
        Assert.Equal(before + 1, await FactsVersionAsync(year));

        // A correction under way does not disturb the result, nor does its refusal.
        var corrected = await CorrectAsync(year, year.AreaAccount("a1"), "national");
        Assert.Equal(
            ("applied", "city"),
            (Stage(corrected), (string?)corrected["counting"]!["level"])
        );
        await RefuseAsync(year, keeper, corrected);
        Assert.Equal((before + 1, 1), (await FactsVersionAsync(year), await CountedAsync(year)));

        await year.PostAsync("/events/e1/withdraw", new { reason = "撤销表彰" });
        Assert.Equal((before + 2, 0), (await FactsVersionAsync(year), await CountedAsync(year)));
    }

    [Fact]
    public async Task Correction_ThatIsApproved_TakesThePlaceOfWhatCounted()
    {
        var year = await TownshipYear.OpenAsync(host);
        await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"));
        await year.CheckAndApproveEventsAsync();
        await CorrectAsync(year, year.AreaAccount("a1"), "district");

        await year.CheckAndApproveEventsAsync();

        var now = await EventAsync(year);
        Assert.Equal(
            ("approved", "district", "district"),
            (Stage(now), (string?)now["level"], (string?)now["counting"]!["level"])
        );
        Assert.Equal(1, await CountedAsync(year));
    }

    [Fact]
    public async Task Applicant_WithdrawsTheCorrectionThatWaits_AndWhatWasApprovedCountsOn()
    {
        var year = await TownshipYear.OpenAsync(host);
        var area = year.AreaAccount("a1");
        await ApplyAsync(year, area, Honour("city"));
        await year.CheckAndApproveEventsAsync();
        await CorrectAsync(year, area, "district");

        var withdrawn = await year.PostAsync(area, "/events/e1/withdraw", new { reason = "误报" });

        Assert.Equal(
            ("withdrawn", false, "city"),
            (
                Stage(withdrawn),
                (bool)withdrawn["withdrawn"]!,
                (string?)withdrawn["counting"]!["level"]
            )
        );
        Assert.Equal(1, await CountedAsync(year));
        await year.IsRefusedAsync<EventIsNotTheCallers>(
            "/events/e1/withdraw",
            new { reason = "误报" },
            area
        );
    }

    [Fact]
    public async Task Check_WithoutTheConfirmation_IsRefused()
    {
        var year = await TownshipYear.OpenAsync(host);
        var applied = await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"));

        var problem = await year.IsRefusedAsync<EventsMustAllBeFit>(
            "/events/check",
            List(applied, confirmed: false),
            year.Scorer("党建办")
        );

        Assert.Equal("notConfirmed", (string?)problem["problems"]![0]!["code"]);
        Assert.Contains("属综合性表彰", (string?)problem["problems"]![0]!["message"]);
        Assert.Equal("applied", Stage(await EventAsync(year)));
    }

    [Fact]
    public async Task Checker_PutsTheLevelRight_WithRemarks_AndWhatWasAppliedForStaysVisible()
    {
        var year = await TownshipYear.OpenAsync(host);
        var keeper = year.Scorer("党建办");
        var applied = await ApplyAsync(year, year.AreaAccount("a1"), Honour("national"));

        var problem = await year.IsRefusedAsync<EventsMustAllBeFit>(
            "/events/check",
            List(applied, level: "city"),
            keeper
        );
        Assert.Equal("missingValue", (string?)problem["problems"]![0]!["code"]);
        var unknown = await year.IsRefusedAsync<EventsMustAllBeFit>(
            "/events/check",
            List(applied, level: "world", remarks: "证书为市级"),
            keeper
        );
        Assert.Equal("unknownLevel", (string?)unknown["problems"]![0]!["code"]);

        await year.PostAsync(
            keeper,
            "/events/check",
            List(applied, level: "city", remarks: "证书为市级")
        );
        var approved = await ApproveAsync(year, await EventAsync(year));

        Assert.Equal(
            ("city", "national"),
            ((string?)approved["level"], (string?)approved["asked"]!["level"])
        );
    }

    [Fact]
    public async Task ListWithOneThatCannotBeChecked_ChecksNone_AndNamesIt()
    {
        var year = await TownshipYear.OpenAsync(host);
        var first = await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"));
        await ApplyAsync(
            year,
            year.AreaAccount("a2"),
            Honour("city") with
            {
                id = "e2",
                subject = "a2",
            }
        );

        var problem = await year.IsRefusedAsync<EventsMustAllBeFit>(
            "/events/check",
            new
            {
                events = new object[]
                {
                    One(first),
                    new
                    {
                        number = "e2",
                        version = 1,
                        confirmed = true,
                    },
                    new
                    {
                        number = "e9",
                        version = 1,
                        confirmed = true,
                    },
                },
            },
            year.Scorer("党建办")
        );

        Assert.Equal(
            [("e2", "changedSince"), ("e9", "notThere")],
            problem["problems"]!
                .AsArray()
                .Select(one => ((string?)one!["column"], (string?)one["code"]))
        );
        Assert.Equal("applied", Stage(await EventAsync(year)));
    }

    [Fact]
    public async Task NobodyActsForAnother()
    {
        var year = await TownshipYear.OpenAsync(host);
        var applied = await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"));
        var neighbour = year.AreaAccount("a2");
        var other = year.Scorer("社建办");

        await year.IsRefusedAsync<EventMustBeAppliedForByWhomTheRuleNames>(
            "/events",
            Honour("city") with
            {
                id = "e2",
            },
            neighbour
        );
        foreach (var stranger in new[] { neighbour, other })
        {
            Assert.Empty((await TownshipYear.GetAsync(stranger, $"{year.Path}/events")).AsArray());
            using var withdrawal = await year.SendAsync(
                stranger,
                "/events/e1/withdraw",
                new { reason = "误报" }
            );
            Assert.Equal(HttpStatusCode.NotFound, withdrawal.StatusCode);
        }

        var problem = await year.IsRefusedAsync<EventsMustAllBeFit>(
            "/events/check",
            List(applied),
            other
        );
        Assert.Equal("notThere", (string?)problem["problems"]![0]!["code"]);
        var early = await year.IsRefusedAsync<EventsMustAllBeFit>("/events/approve", List(applied));
        Assert.Equal("notChecked", (string?)early["problems"]![0]!["code"]);
    }

    [Fact]
    public async Task WhoApplied_DoesNotCheck()
    {
        var year = await TownshipYear.OpenAsync(host);
        var keeper = year.Scorer("党建办");
        var applied = await ApplyAsync(year, keeper, Honour("city"));

        var problem = await year.IsRefusedAsync<EventsMustAllBeFit>(
            "/events/check",
            List(applied),
            keeper
        );
        Assert.Equal("ownApplication", (string?)problem["problems"]![0]!["code"]);

        var colleague = host.As(
            new SignedInPerson(year.Township, Roles.DepartmentScorer)
            {
                Departments = ["党建办"],
                Account = "colleague",
            }
        );
        Assert.Equal("checked", Stage(await CheckAsync(year, colleague, applied)));
    }

    [Fact]
    public async Task Refusal_NeedsAReason_AndTheVersionThatWasShown()
    {
        var year = await TownshipYear.OpenAsync(host);
        var keeper = year.Scorer("党建办");
        var applied = await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"));

        await year.IsRefusedAsync<ReasonIsMissing>(
            "/events/refuse",
            new { number = "e1", version = (long)applied["version"]! },
            keeper
        );
        await year.IsRefusedAsync<SomebodyElseWasFaster>(
            "/events/refuse",
            new
            {
                number = "e1",
                version = 1,
                reason = "无佐证",
            },
            keeper
        );
        var refused = await RefuseAsync(year, keeper, applied);

        Assert.Equal(("refused", "无佐证"), (Stage(refused), (string?)refused["reason"]));
        await year.IsRefusedAsync<EventMustBeWaiting>(
            "/events/refuse",
            new
            {
                number = "e1",
                version = (long)refused["version"]!,
                reason = "无佐证",
            },
            keeper
        );
        // The applicant may apply again, with what was missing.
        Assert.Equal("applied", Stage(await CorrectAsync(year, year.AreaAccount("a1"), "city")));
    }

    [Fact]
    public async Task OfficesOwnRule_IsApprovedAtOnce_ButWhatItPresumesIsConfirmedFirst()
    {
        var year = TownshipYear.Empty(host);
        await year.ImportRegistersAsync(CaseFiles.Facts("jingan-guidance", "1"));
        await year.OpenCycleAsync(2024, "jingan-guidance");
        var subject = CaseFiles.Facts("jingan-guidance", "1").Areas[0].Id;

        var award = await ApplyAsync(
            year,
            year.Admin,
            new NewEventBody("e1", subject, "award.single", "city")
        );
        var unconfirmed = await ApplyAsync(
            year,
            year.Admin,
            new NewEventBody("e2", subject, "media", "city")
        );
        var confirmed = await ApplyAsync(
            year,
            year.Admin,
            new NewEventBody("e3", subject, "media", "city", confirmed: true)
        );

        Assert.Equal(
            ["approved", "applied", "approved"],
            new[] { award, unconfirmed, confirmed }.Select(Stage)
        );
        var problem = await year.IsRefusedAsync<EventsMustAllBeFit>(
            "/events/approve",
            List(unconfirmed, confirmed: false)
        );
        Assert.Equal("notConfirmed", (string?)problem["problems"]![0]!["code"]);
        Assert.Equal("approved", Stage(await ApproveAsync(year, unconfirmed)));
    }

    [Fact]
    public async Task EventThatWaits_HoldsTheFreezingUp_UntilPassedWithAReason()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await ApplyAsync(year, year.AreaAccount("a1"), Honour("city"));
        await year.CalculateAsync();

        var preview = await year.GetAsync($"{year.Path}/procedure/freeze");

        var finding = preview["findings"]!
            .AsArray()
            .Single(one => (string?)one!["code"] == "event.waiting")!;
        Assert.Contains("等待党建办核实", finding.ToJsonString(Readable));
        await year.IsRefusedAsync<FindingsMustBeSettledOrPassed>(
            "/procedure/freeze",
            new { confirm = true }
        );
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record NewEventBody(
        string id,
        string subject,
        string rule,
        string? level,
        string date = "2024-09-01",
        bool confirmed = false
    );

    private static NewEventBody Honour(string level) => new("e1", "a1", "honour", level);

    private static Task<JsonNode> ApplyAsync(
        TownshipYear year,
        HttpClient by,
        NewEventBody happened
    ) => year.PostAsync(by, "/events", happened);

    private static async Task<JsonNode> CheckAsync(
        TownshipYear year,
        HttpClient by,
        JsonNode applied
    ) => (await year.PostAsync(by, "/events/check", List(applied)))[0]!;

    private static async Task<JsonNode> ApproveAsync(TownshipYear year, JsonNode waiting) =>
        (await year.PostAsync("/events/approve", List(waiting)))[0]!;

    private static Task<JsonNode> RefuseAsync(TownshipYear year, HttpClient by, JsonNode waiting) =>
        year.PostAsync(
            by,
            "/events/refuse",
            new
            {
                number = "e1",
                version = (long)waiting["version"]!,
                reason = "无佐证",
            }
        );

    private static async Task<JsonNode> CorrectAsync(TownshipYear year, HttpClient by, string level)
    {
        using var answer = await year.SendAsync(
            by,
            "/events/e1",
            new
            {
                subject = "a1",
                rule = "honour",
                level,
                date = "2024-09-01",
                reason = "核对证书",
            },
            method: HttpMethod.Put
        );
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    private static object One(
        JsonNode shown,
        bool confirmed = true,
        string? level = null,
        string? remarks = null
    ) =>
        new
        {
            number = (string)shown["id"]!,
            version = (long)shown["version"]!,
            confirmed,
            level,
            remarks,
        };

    private static object List(
        JsonNode shown,
        bool confirmed = true,
        string? level = null,
        string? remarks = null
    ) => new { events = new[] { One(shown, confirmed, level, remarks) } };

    private static string? Stage(JsonNode shown) => (string?)shown["stage"];

    private static async Task<JsonNode> EventAsync(TownshipYear year) =>
        (await year.GetAsync($"{year.Path}/events"))
            .AsArray()
            .Single(one => (string?)one!["id"] == "e1")!;

    private static async Task<int> CountedAsync(TownshipYear year) =>
        (int)(await year.ProgressAsync())["events"]!;

    private Task<long> FactsVersionAsync(TownshipYear year) =>
        host.ReadAsync(
            year.Township,
            async db => (await db.Cycles.FindAsync(year.Cycle))!.FactsVersion
        );
}
