using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Xunit;

namespace Assessment.Scoring.Tests.Procedures;

/// <summary>Campaigns are closed only when told to: freezing lists those that are open, settled or passed with a reason.</summary>
[Collection(ScoringService.Name)]
public sealed class OpenCampaignsTest(ScoringHost host)
{
    private const string Code = "campaign.open";

    [Fact]
    public async Task OpenCampaigns_AreFound_BeforeAnythingIsHeardOfThem()
    {
        var year = await CalculatedAsync();

        var finding = (await FindingAsync(year))!;

        Assert.Equal(
            CyclePlan.Of(year.Scheme, 2024).Campaigns.Select(campaign => campaign.Title),
            finding["details"]!.AsArray().Select(title => (string?)title)
        );
        Assert.Equal(finding["details"]!.AsArray().Count, (int)finding["count"]!);
    }

    [Fact]
    public async Task ClosedCampaign_IsNoLongerFound_AndWithTheLastOneTheFindingIsGone()
    {
        var year = await CalculatedAsync();
        var campaigns = CyclePlan.Of(year.Scheme, 2024).Campaigns;
        foreach (var campaign in campaigns.Skip(1))
        {
            await CloseAsync(year, campaign);
            // Said again, it is said once.
            await CloseAsync(year, campaign);
        }

        Assert.Equal(
            [campaigns[0].Title],
            (await FindingAsync(year))!["details"]!.AsArray().Select(title => (string?)title)
        );

        await CloseAsync(year, campaigns[0]);

        Assert.Null(await FindingAsync(year));
    }

    [Fact]
    public async Task CampaignOfAnotherCycle_IsNotThisOnes()
    {
        var year = await CalculatedAsync();
        var path = year.Path;
        await year.OpenCycleAsync(2025);
        foreach (var campaign in CyclePlan.Of(year.Scheme, 2025).Campaigns)
        {
            await CloseAsync(year, campaign);
        }

        Assert.NotNull(FindingIn(await year.GetAsync($"{path}/procedure/freeze")));
    }

    [Fact]
    public async Task OpenCampaigns_ThatNobodyPassed_ForbidFreezing_AndWithAReasonTheyDoNot()
    {
        var year = await CalculatedAsync();
        var passed = (await FreezeAsync(year))["findings"]!
            .AsArray()
            .Select(finding => (string)finding!["code"]!)
            .Where(code => code != Code)
            .ToDictionary(code => code, _ => "经核实，情况属实");
        var refused = await year.IsRefusedAsync<FindingsMustBeSettledOrPassed>(
            "/procedure/freeze",
            new { confirm = true, passed }
        );
        Assert.Equal(Code, (string?)Assert.Single(refused["problems"]!.AsArray())!["code"]);

        passed[Code] = "线上测评延至下月，本次不计";
        await year.PostAsync("/procedure/freeze", new { confirm = true, passed });

        Assert.Equal("frozen", (string?)(await year.ProgressAsync())["state"]);
        // What comes in afterwards is recorded and not counted.
        await host.DeliverAsync(
            year.Report("survey", "a1", 1, LedgerTest.Fact("satisfaction", 88, "meeting"))
        );
        Assert.Equal(1, (int)(await year.ProgressAsync())["lateFacts"]!);
    }

    [Fact]
    public async Task ReasonForCampaigns_ThatAreClosedMeanwhile_IsInVain()
    {
        var year = await CalculatedAsync();
        foreach (var campaign in CyclePlan.Of(year.Scheme, 2024).Campaigns)
        {
            await CloseAsync(year, campaign);
        }

        await year.IsRefusedAsync<FindingIsPassedInVain>(
            "/procedure/freeze",
            new { confirm = true, passed = new Dictionary<string, string> { [Code] = "延期" } }
        );
    }

    private async Task<TownshipYear> CalculatedAsync()
    {
        var year = await TownshipYear.ScoringAsync(host);
        await year.CalculateAsync();
        return year;
    }

    private Task CloseAsync(TownshipYear year, CampaignSpec campaign) =>
        host.DeliverAsync(
            new CampaignClosed(
                year.Township,
                year.Cycle,
                campaign.Channel,
                campaign.Wave,
                DateTimeOffset.UnixEpoch
            )
        );

    private static Task<JsonNode> FreezeAsync(TownshipYear year) =>
        year.GetAsync($"{year.Path}/procedure/freeze");

    private static async Task<JsonNode?> FindingAsync(TownshipYear year) =>
        FindingIn(await FreezeAsync(year));

    private static JsonNode? FindingIn(JsonNode preview) =>
        preview["findings"]!
            .AsArray()
            .SingleOrDefault(finding => (string?)finding!["code"] == Code);
}
