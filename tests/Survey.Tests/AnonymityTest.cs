using System.Net;
using System.Net.Http.Json;
using Assessment.FactSources;
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
    public async Task LastCampaignClosed_DestroysTheCyclesKey_AndTheCountsStay()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(
            Row("h1"),
            Row("h2"),
            Row("h1", channel: "meeting", wave: "", respondent: "partyMember")
        );
        var before = await township.FactsAsTextAsync();

        await township.CloseAsync(await township.CampaignAsync("meeting", null));
        await township.CloseAsync(await township.CampaignAsync("thirdParty", null));
        await township.CloseAsync(await township.CampaignAsync("online", "H1"));
        Assert.NotNull(await CycleKeyAsync(township));
        await township.CloseAsync(await township.CampaignAsync("online", "H2"));

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
    public async Task PublishedCycle_ClosesWhatWasForgotten_AndDestroysItsKey()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1"), Row("h2"));
        await township.CloseAsync(await township.CampaignAsync("online", "H1"));

        await host.DeliverAsync(
            new Contracts.CycleClosed(
                township.Township,
                township.Cycle,
                DateTimeOffset.UnixEpoch,
                "publisher"
            )
        );

        await Eventually.HoldsAsync(
            "all campaigns closed",
            () =>
                host.ReadAsync(
                    township.Township,
                    db =>
                        db.Campaigns.AllAsync(one =>
                            one.ProtectedKey == null && one.ClosedAt != null
                        )
                )
        );
        Assert.Null(await CycleKeyAsync(township));
        // What a person closed before stays as it was.
        Assert.Single(
            await host.ReadAsync(
                township.Township,
                db => db.Campaigns.Where(one => one.ClosedBy != "publisher").ToListAsync()
            )
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
