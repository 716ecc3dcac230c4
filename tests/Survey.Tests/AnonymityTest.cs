using System.Net;
using System.Net.Http.Json;
using Assessment.Audit;
using Assessment.FactSources;
using Assessment.Survey.Anonymity;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>What is left of who answered what, once a campaign is closed.</summary>
[Collection(SurveyService.Name)]
public sealed class AnonymityTest(SurveyHost host)
{
    [Fact]
    public async Task ClosedCampaign_HasNothingLeftThatLeadsFromAHouseholdToItsAnswer()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        await township.LinkAsync(campaign, "h3");
        await SubmitAsync(await township.LinkAsync(campaign, "h1"), "3");
        await SubmitAsync(await township.LinkAsync(campaign, "h2"), "9");
        var slots = await SlotsAsync(township);
        var writers = await WritersAsync(township);
        // Given one by one, the answers could be paired with their participations.
        Assert.Equal(2, writers.Answers.Distinct().Count());
        Assert.Equal(writers.Participations, writers.Answers);

        await township.CloseAsync(campaign);

        Assert.Empty(slots.Intersect(await SlotsAsync(township)));
        Assert.Null(
            await host.ReadAsync(
                township.Township,
                db =>
                    db.Campaigns.Where(one => one.Id == campaign)
                        .Select(one => one.ProtectedKey)
                        .SingleAsync()
            )
        );
        Assert.True(
            await host.ReadAsync(
                township.Township,
                db => db.Participations.AllAsync(one => one.SubmittedAt == null)
            )
        );
        Assert.True(
            await host.ReadAsync(
                township.Township,
                db => db.Links.AllAsync(link => link.Household == null)
            )
        );
        // All answers now carry the stamp of one transaction, whenever they were given.
        Assert.Single((await WritersAsync(township)).Answers.Distinct());
    }

    [Fact]
    public async Task LateAnswers_AreAmongAllOthers_WhateverTheDatabaseSays()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1", score: "3"), Row("h2", score: "9"));
        await township.CloseAsync(await township.CampaignAsync());
        var slots = await SlotsAsync(township);
        var before = (await WritersAsync(township)).Participations;

        // One alone, which is the hardest to hide.
        await township.ImportLateAsync(Row("h3", score: "6"));

        Assert.Empty(slots.Intersect(await SlotsAsync(township)));
        var writers = await WritersAsync(township);
        // Of its participation the database says which transaction wrote it, and that one wrote every answer.
        var late = Assert.Single(writers.Participations.Except(before));
        Assert.Equal([late, late, late], writers.Answers);
        Assert.True(
            await host.ReadAsync(
                township.Township,
                db => db.Participations.AllAsync(one => one.SubmittedAt == null)
            )
        );
        // With the keys one can still compute the household's tag, and no slot that is there.
        Assert.False(await IsSlotOfAnyAsync(township, "h3"));
    }

    [Fact]
    public async Task AllCampaignsClosed_KeepTheTags_AndTheFinalResultDestroysThem_AndTheCountsStay()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(
            Row("h1"),
            Row("h2"),
            Row("h1", channel: "meeting", wave: "", respondent: "partyMember")
        );
        var before = await township.FactsAsTextAsync();
        foreach (
            var (channel, wave) in new (string, string?)[]
            {
                ("meeting", null),
                ("thirdParty", null),
                ("online", "H1"),
                ("online", "H2"),
            }
        )
        {
            await township.CloseAsync(await township.CampaignAsync(channel, wave));
        }

        // Who took part can be told until the result is final.
        Assert.True(await TookPartAsync(township, "h1"));
        Assert.False(await TookPartAsync(township, "h3"));

        await township.EndAsync();

        Assert.Null(await CycleKeyAsync(township));
        await host.DeliverAsync(
            new Contracts.AreasChanged(
                township.Township,
                township.Cycle,
                2,
                township.Opened().Areas
            )
        );
        await Eventually.HoldsAsync(
            "areas looked at again",
            () =>
                host.ReadAsync(
                    township.Township,
                    db => db.SubjectReports.AllAsync(report => !report.IsOutdated)
                )
        );
        Assert.Equal(before, await township.FactsAsTextAsync());
    }

    [Fact]
    public async Task FinalResult_ClosesWhatWasStillOpen_AndDestroysTheCyclesKey()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1"), Row("h2"));
        await township.CloseAsync(await township.CampaignAsync("online", "H1"));

        await township.EndAsync();
        await township.EndAsync();

        Assert.True(
            await host.ReadAsync(
                township.Township,
                db => db.Campaigns.AllAsync(one => one.ProtectedKey == null && one.ClosedAt != null)
            )
        );
        Assert.Null(await CycleKeyAsync(township));
        // What a person closed before stays as it was.
        Assert.Single(
            await host.ReadAsync(
                township.Township,
                db => db.Campaigns.Where(one => one.ClosedBy != "leader.li").ToListAsync()
            )
        );
        var destroyed = Assert.Single(
            await host.ReadAsync(
                township.Township,
                db =>
                    db.Audit.Where(entry => entry.Action == AuditActions.SurveyKeyDestroyed)
                        .ToListAsync()
            )
        );
        Assert.Equal("leader.li", destroyed.Who);
        Assert.Equal(
            [("meeting", null), ("online", "H1"), ("online", "H2"), ("thirdParty", null)],
            await ClosedMessagesAsync(township)
        );
    }

    [Fact]
    public async Task Closing_WithoutConfirmation_IsRefused()
    {
        var township = await OpenAsync(host);
        using var response = await township.Administrator.PostAsJsonAsync(
            $"/api/survey/campaigns/{await township.CampaignAsync()}/close",
            new { confirm = false }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task NoTable_HoldsAHouseholdsCode()
    {
        var township = await OpenAsync(host);
        const string household = "code-stored-nowhere";
        await township.LinkAsync(await township.CampaignAsync(), household);
        await township.ImportAsync(Row(household));
        var found = await host.ReadAsync(
            township.Township,
            db =>
            {
                var tables = db
                    .Model.GetEntityTypes()
                    .Select(entity => entity.GetTableName())
                    .Distinct();
                var sql = string.Join(
                    " UNION ALL ",
                    tables.Select(table =>
                        $"SELECT t::text AS \"Value\" FROM \"{table}\" t WHERE t::text LIKE '%{household}%'"
                    )
                );
                return db.Database.SqlQueryRaw<string>(sql).ToListAsync();
            }
        );
        Assert.Empty(found);
    }

    private async Task SubmitAsync(string link, string score)
    {
        using var form = new FormUrlEncodedContent(Filled(score));
        using var response = await host.Resident().PostAsync(link, form);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<List<Guid>> SlotsAsync(TownshipCycle township) =>
        host.ReadAsync(
            township.Township,
            db => db.Answers.Select(answer => answer.Slot).ToListAsync()
        );

    /// <summary>What somebody with the database and the key ring can find out: whether the household's tag is there.</summary>
    private async Task<bool> TookPartAsync(TownshipCycle township, string household)
    {
        var tag = TagOf(await CycleKeyAsync(township), household);
        return await host.ReadAsync(
            township.Township,
            db => db.Participations.AnyAsync(one => one.Household == tag)
        );
    }

    /// <summary>Whether the slot of the household's tag under any key that is left is one of the answers'.</summary>
    private async Task<bool> IsSlotOfAnyAsync(TownshipCycle township, string household)
    {
        var tag = TagOf(await CycleKeyAsync(township), household);
        var keys = await host.ReadAsync(
            township.Township,
            db =>
                db.Campaigns.Where(one => one.ProtectedKey != null)
                    .Select(one => one.ProtectedKey!)
                    .ToListAsync()
        );
        var found = keys.ConvertAll(key => host.Part<SurveyKeys>().OpenSlots(key).Of(tag));
        return (await SlotsAsync(township)).Intersect([tag, .. found]).Any();
    }

    private Guid TagOf(byte[]? key, string household) =>
        host.Part<SurveyKeys>().OpenTags(key!).Of(First, household);

    private async Task<List<(string, string?)>> ClosedMessagesAsync(TownshipCycle township)
    {
        var closed = () =>
            host.Received<Contracts.CampaignClosed>(township.Township)
                .Where(message => message.Cycle == township.Cycle)
                .Select(message => (message.Channel, message.Wave))
                .Distinct()
                .Order()
                .ToList();
        await Eventually.HoldsAsync(
            "all said to be closed",
            () => Task.FromResult(closed().Count == 4)
        );
        return closed();
    }

    private Task<byte[]?> CycleKeyAsync(TownshipCycle township) =>
        host.ReadAsync(
            township.Township,
            db => db.Cycles.Select(cycle => cycle.ProtectedKey).SingleAsync()
        );

    /// <summary>The transactions that PostgreSQL says have written the rows.</summary>
    private Task<(List<string> Participations, List<string> Answers)> WritersAsync(
        TownshipCycle township
    ) =>
        host.ReadAsync(
            township.Township,
            async db =>
                (
                    await db
                        .Database.SqlQuery<string>(
                            $"SELECT xmin::text AS \"Value\" FROM participations WHERE \"Township\" = {township.Township} ORDER BY 1"
                        )
                        .ToListAsync(),
                    await db
                        .Database.SqlQuery<string>(
                            $"SELECT xmin::text AS \"Value\" FROM answers WHERE \"Township\" = {township.Township} ORDER BY 1"
                        )
                        .ToListAsync()
                )
        );
}
