using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>第三方测评机构: works for the campaigns that its account names, and for no others.</summary>
[Collection(SurveyService.Name)]
public sealed class SurveyorTest(SurveyHost host)
{
    [Fact]
    public async Task Surveyor_SeesItsCampaignsOnly()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var own = await township.CampaignAsync("thirdParty", wave: null);
        var other = await township.CampaignAsync();
        var surveyor = For(township, own);

        var seen = await surveyor.GetFromJsonAsync<JsonArray>("/api/survey/campaigns");
        using var foreign = await surveyor.GetAsync($"/api/survey/campaigns/{other}/coverage");

        Assert.Equal(own, Assert.Single(seen!)!["id"]!.GetValue<Guid>());
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    /// <summary>The platform gives no such account; should it come to that, no duty narrows another.</summary>
    [Fact]
    public async Task AdministratorWhoSurveysToo_SeesAndImportsAll()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var own = await township.CampaignAsync("thirdParty", wave: null);
        var other = await township.CampaignAsync();
        var person = new SignedInPerson(
            township.Township,
            Roles.Surveyor,
            Roles.TownshipAdministrator
        )
        {
            Campaigns = [own.ToString()],
        };
        var both = host.As(person);

        var seen = await both.GetFromJsonAsync<JsonArray>("/api/survey/campaigns");
        using var coverage = await both.GetAsync($"/api/survey/campaigns/{other}/coverage");

        Assert.Contains(other, seen!.Select(campaign => campaign!["id"]!.GetValue<Guid>()));
        Assert.Equal(HttpStatusCode.OK, coverage.StatusCode);
        var report = await ImportAsync(township, both);
        Assert.Equal(2, (int)report["counts"]!["accepted"]!);
        // The reports of everybody's uploads, too.
        await ImportAsync(township, host.As(township.Township));
        Assert.Equal(2, (await both.GetFromJsonAsync<JsonArray>("/api/survey/imports"))!.Count);
    }

    /// <summary>An area sees how many took part in itself; a leader's duty beside it opens the township's.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task AreaAccountThatIsALeaderToo_SeesAllAreas(bool leader, int atLeast)
    {
        var township = await TownshipCycle.OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var person = host.As(
            leader
                ? new SignedInPerson(township.Township, Roles.Area, Roles.Leader) { Area = "a1" }
                : new SignedInPerson(township.Township, Roles.Area) { Area = "a1" }
        );

        var coverage = await person.GetFromJsonAsync<JsonNode>(
            $"/api/survey/campaigns/{campaign}/coverage"
        );

        Assert.Equal(atLeast, Math.Min(2, coverage!["areas"]!.AsArray().Count));
    }

    [Fact]
    public async Task RowsOfOtherCampaigns_AreRefused()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var surveyor = For(township, await township.CampaignAsync("thirdParty", wave: null));

        var report = await ImportAsync(township, surveyor);

        Assert.Equal(1, (int)report["counts"]!["accepted"]!);
        var problem = Assert.Single(report["problems"]!.AsArray())!;
        Assert.Equal("campaignNotPermitted", (string?)problem["code"]);
        Assert.Equal(3, (int)problem["line"]!);
    }

    /// <summary>A row of a third party's campaign, and one of another.</summary>
    private static async Task<JsonNode> ImportAsync(TownshipCycle township, HttpClient uploader)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new ByteArrayContent(
                    TownshipCycle.FileOf(
                        TownshipCycle.Row($"h{Guid.NewGuid():N}", channel: "thirdParty", wave: ""),
                        TownshipCycle.Row($"h{Guid.NewGuid():N}")
                    )
                ),
                "file",
                "responses.csv"
            },
        };

        using var uploaded = await uploader.PostAsync(
            $"/api/survey/imports/responses?cycle={township.Cycle}",
            form
        );
        var id = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!["id"];
        JsonNode report = null!;
        await Eventually.HoldsAsync(
            "import ended",
            async () =>
            {
                report = (await uploader.GetFromJsonAsync<JsonNode>($"/api/survey/imports/{id}"))!;
                return (string?)report["status"] == "completed";
            }
        );
        return report;
    }

    private HttpClient For(TownshipCycle township, Guid campaign) =>
        host.As(township.Township, Roles.Surveyor, campaign: campaign.ToString());
}
