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

    [Fact]
    public async Task RowsOfOtherCampaigns_AreRefused()
    {
        var township = await TownshipCycle.OpenAsync(host);
        var surveyor = For(township, await township.CampaignAsync("thirdParty", wave: null));
        using var form = new MultipartFormDataContent
        {
            {
                new ByteArrayContent(
                    TownshipCycle.FileOf(
                        TownshipCycle.Row("h1", channel: "thirdParty", wave: ""),
                        TownshipCycle.Row("h2")
                    )
                ),
                "file",
                "responses.csv"
            },
        };

        using var uploaded = await surveyor.PostAsync(
            $"/api/survey/imports/responses?cycle={township.Cycle}",
            form
        );
        var id = (await uploaded.Content.ReadFromJsonAsync<JsonNode>())!["id"];
        JsonNode report = null!;
        await Eventually.HoldsAsync(
            "import ended",
            async () =>
            {
                report = (await surveyor.GetFromJsonAsync<JsonNode>($"/api/survey/imports/{id}"))!;
                return (string?)report["status"] == "completed";
            }
        );

        Assert.Equal(1, (int)report["counts"]!["accepted"]!);
        var problem = Assert.Single(report["problems"]!.AsArray())!;
        Assert.Equal("campaignNotPermitted", (string?)problem["code"]);
        Assert.Equal(3, (int)problem["line"]!);
    }

    private HttpClient For(TownshipCycle township, Guid campaign) =>
        host.As(township.Township, Roles.Surveyor, campaign: campaign.ToString());
}
