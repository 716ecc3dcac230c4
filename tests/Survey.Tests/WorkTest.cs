using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>待办 of the campaigns: links to be issued, areas of which nobody has answered.</summary>
[Collection(SurveyService.Name)]
public sealed class WorkTest(SurveyHost host)
{
    [Fact]
    public async Task LinksAndAnswers_AreWaitedFor_UntilTheyAreThereOrTheCampaignIsClosed()
    {
        var township = await OpenAsync(host);
        var online = await township.CampaignAsync();
        var other = await township.CampaignAsync("online", "H2");
        // By links people answer only once they have them.
        Assert.Equal([("issueLinks", 2)], await OfAsync(township, online));
        Assert.Equal(
            [("reachAreas", 2)],
            await OfAsync(township, await township.CampaignAsync("meeting", wave: null))
        );

        await township.LinkAsync(online, "h1");
        Assert.Equal([("issueLinks", 1), ("reachAreas", 1)], await OfAsync(township, online));
        await township.ImportAsync(Row("h1"));
        Assert.Equal([("issueLinks", 1)], await OfAsync(township, online));
        await township.CloseAsync(online);
        Assert.Empty(await OfAsync(township, online));
        Assert.Equal([("issueLinks", 2)], await OfAsync(township, other));
    }

    [Fact]
    public async Task Surveyor_IsToldOfTheOwnCampaignAlone_AndOthersOfNone()
    {
        var township = await OpenAsync(host);
        var own = await township.CampaignAsync("thirdParty", wave: null);
        var surveyor = host.As(township.Township, Roles.Surveyor, campaign: $"{own}");
        var item = Assert.Single(await WorkAsync(surveyor))!;
        Assert.Equal(
            ("reachAreas", $"/campaigns/{township.Cycle}?campaign={own}"),
            ((string?)item["kind"], (string?)item["link"])
        );
        foreach (var role in new[] { Roles.Leader, Roles.FinancePreparer })
        {
            Assert.Empty(await WorkAsync(host.As(township.Township, role)));
        }

        Assert.Empty(await WorkAsync(host.As(township.Township, Roles.Area, First)));
    }

    private static async Task<JsonArray> WorkAsync(HttpClient by) =>
        (await by.GetFromJsonAsync<JsonArray>("/api/survey/work"))!;

    private static async Task<IReadOnlyList<(string, int)>> OfAsync(
        TownshipCycle township,
        Guid campaign
    ) =>
        [
            .. (await WorkAsync(township.Administrator))
                .Where(item =>
                    ((string)item!["link"]!).EndsWith($"{campaign}", StringComparison.Ordinal)
                )
                .Select(item => ((string)item!["kind"]!, (int)item["count"]!)),
        ];
}
