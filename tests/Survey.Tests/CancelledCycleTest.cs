using System.Net;
using Assessment.Contracts;
using Assessment.Survey.Campaigns;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>A cancelled cycle's campaigns are closed, its keys are gone, and its links say so.</summary>
[Collection(SurveyService.Name)]
public sealed class CancelledCycleTest(SurveyHost host)
{
    [Fact]
    public async Task CancelledCycle_ClosesItsCampaigns_AndDestroysItsKeys_HoweverOftenItIsSaid()
    {
        var township = await OpenAsync(host);
        await host.DeliverAsync(Cancelled(township));
        var before = await CampaignsAsync(township);

        await host.DeliverAsync(Cancelled(township));

        Assert.Equal(4, before.Count);
        Assert.All(
            before,
            campaign =>
            {
                Assert.Equal(CampaignState.Closed, campaign.State);
                Assert.Null(campaign.ProtectedKey);
                Assert.Equal("office", campaign.ClosedBy);
            }
        );
        Assert.Equal(
            before.Select(campaign => campaign.ClosedAt),
            (await CampaignsAsync(township)).Select(campaign => campaign.ClosedAt)
        );
        var cycle = await host.ReadAsync(
            township.Township,
            db => db.Cycles.AsNoTracking().SingleAsync()
        );
        Assert.Null(cycle.ProtectedKey);
        Assert.NotNull(cycle.CancelledAt);
    }

    [Fact]
    public async Task LinkOfACancelledCycle_SaysSo_AndTakesNoAnswer()
    {
        var township = await OpenAsync(host);
        var link = await township.LinkAsync(await township.CampaignAsync(), "h1");
        await host.DeliverAsync(Cancelled(township));

        using var shown = await host.Resident().GetAsync(link);
        using var form = new FormUrlEncodedContent(Filled("9"));
        using var sent = await host.Resident().PostAsync(link, form);

        foreach (var answer in new[] { shown, sent })
        {
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains(
                "本次测评已取消",
                WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync())
            );
        }

        Assert.Equal(0, await host.ReadAsync(township.Township, db => db.Answers.CountAsync()));
    }

    [Fact]
    public async Task CancelledBeforeItIsOpened_MakesNoCampaign()
    {
        var township = new TownshipCycle(host);
        township.Administer();

        await host.DeliverAsync(Cancelled(township));
        await host.DeliverAsync(township.Opened());

        Assert.Empty(await CampaignsAsync(township));
        Assert.Null(
            await host.ReadAsync(
                township.Township,
                db => db.Cycles.Select(cycle => cycle.ProtectedKey).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task RemovedRehearsal_LeavesNothing()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("h1"));
        await township.LinkAsync(await township.CampaignAsync(), "h2");

        await host.DeliverAsync(
            new CycleRemoved(township.Township, township.Cycle, DateTimeOffset.UnixEpoch, "office")
        );

        Assert.Equal(
            (0, 0, 0, 0, 0),
            await host.ReadAsync(
                township.Township,
                async db =>
                    (
                        await db.Cycles.CountAsync(),
                        await db.Campaigns.CountAsync(),
                        await db.Participations.CountAsync(),
                        await db.Answers.CountAsync(),
                        await db.Links.CountAsync()
                    )
            )
        );
    }

    private static CycleCancelled Cancelled(TownshipCycle township) =>
        new(township.Township, township.Cycle, DateTimeOffset.UtcNow, "office");

    private Task<List<Campaign>> CampaignsAsync(TownshipCycle township) =>
        host.ReadAsync(
            township.Township,
            db => db.Campaigns.AsNoTracking().OrderBy(campaign => campaign.Id).ToListAsync()
        );
}
