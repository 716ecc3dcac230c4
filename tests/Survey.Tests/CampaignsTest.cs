using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Xunit;
using static Assessment.Survey.Tests.TownshipCycle;

namespace Assessment.Survey.Tests;

/// <summary>What the township's people see and may do.</summary>
[Collection(SurveyService.Name)]
public sealed class CampaignsTest(SurveyHost host)
{
    [Fact]
    public async Task Coverage_CountsHouseholdsAndPartyMembersPerArea()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(
            Row("h1", channel: "meeting", wave: "", respondent: "partyMember"),
            Row("h2", channel: "meeting", wave: ""),
            Row("h3", channel: "meeting", wave: "")
        );
        var areas = await CoverageAsync(township, township.Administrator);
        Assert.Equal(2, areas.Count);
        Assert.Equal(200, areas[0]!["households"]!.GetValue<int>());
        Assert.Equal(3, areas[0]!["answered"]!.GetValue<int>());
        Assert.Equal(1.5m, areas[0]!["share"]!.GetValue<decimal>());
        Assert.Equal(1, areas[0]!["partyMembers"]!.GetValue<int>());
        Assert.Equal(0, areas[1]!["answered"]!.GetValue<int>());
    }

    [Fact]
    public async Task AreasAccount_SeesItsOwnAreaOnly()
    {
        var township = await OpenAsync(host);
        var areas = await CoverageAsync(township, host.As(township.Township, Roles.Area, Second));
        Assert.Equal(Second, Assert.Single(areas)!["area"]!.GetValue<string>());
    }

    [Fact]
    public async Task AnotherTownship_SeesAndTouchesNothing()
    {
        var township = await OpenAsync(host);
        var campaign = await township.CampaignAsync();
        var stranger = host.As("somewhere-else");
        Assert.Empty(
            (
                await stranger.GetFromJsonAsync<JsonArray>(
                    $"/api/survey/campaigns?cycle={township.Cycle}"
                )
            )!
        );
        using var coverage = await stranger.GetAsync($"/api/survey/campaigns/{campaign}/coverage");
        using var close = await stranger.PostAsJsonAsync(
            $"/api/survey/campaigns/{campaign}/close",
            new { confirm = true }
        );
        Assert.Equal(HttpStatusCode.NotFound, coverage.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, close.StatusCode);
    }

    [Theory]
    [InlineData(Roles.Resident)]
    [InlineData(Roles.Area)]
    [InlineData(Roles.FinancePreparer)]
    public async Task OtherRoles_MayNotIssueLinks(string role)
    {
        var township = await OpenAsync(host);
        using var response = await host.As(township.Township, role)
            .PostAsJsonAsync(
                $"/api/survey/campaigns/{await township.CampaignAsync()}/links",
                new { area = First, count = 1 }
            );
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task NumberOfLinks_GivesSoManyDifferentHouseholds()
    {
        var township = await OpenAsync(host);
        using var response = await IssueAsync(township, new { area = First, count = 50 });
        var links = (await response.Content.ReadFromJsonAsync<JsonArray>())!;
        Assert.Equal(50, links.Select(link => link!["url"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal(
            50,
            links.Select(link => link!["household"]!.GetValue<string>()).Distinct().Count()
        );
    }

    [Theory]
    [InlineData("""{"area":"a1"}""", "links-need-households-or-number")]
    [InlineData("""{"area":"a1","count":0}""", "links-need-households-or-number")]
    [InlineData(
        """{"area":"a1","count":1,"households":["h1"]}""",
        "links-need-households-or-number"
    )]
    [InlineData("""{"area":"a1","households":[" "]}""", "links-need-households-or-number")]
    [InlineData("""{"area":"nowhere","count":1}""", "area-must-be-in-the-townships-list")]
    public async Task BadRequestForLinks_IsRefusedWithItsReason(string request, string code)
    {
        var township = await OpenAsync(host);
        using var response = await IssueAsync(township, JsonNode.Parse(request)!);
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(code, problem["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"area":"a1","households":[null]}""", "$.households[0]")]
    [InlineData("""{"area":null,"count":1}""", "$.area")]
    public async Task NullInARequestForLinks_IsMalformed(string request, string place)
    {
        var township = await OpenAsync(host);
        using var response = await IssueAsync(township, JsonNode.Parse(request)!);
        var problem = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("malformed-request", problem["code"]!.GetValue<string>());
        Assert.Equal(place, problem["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task LinksForAClosedCampaign_AreRefused()
    {
        var township = await OpenAsync(host);
        await township.CloseAsync(await township.CampaignAsync());
        using var response = await IssueAsync(township, new { area = First, count = 1 });
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> IssueAsync(
        TownshipCycle township,
        object request
    ) =>
        await township.Administrator.PostAsJsonAsync(
            $"/api/survey/campaigns/{await township.CampaignAsync()}/links",
            request
        );

    private static async Task<JsonArray> CoverageAsync(TownshipCycle township, HttpClient caller) =>
        (
            await caller.GetFromJsonAsync<JsonNode>(
                $"/api/survey/campaigns/{await township.CampaignAsync("meeting", null)}/coverage"
            )
        )!["areas"]!.AsArray();
}
