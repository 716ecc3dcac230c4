using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.ServiceDefaults.SignIn;
using Xunit;
using static Assessment.Hotline.Tests.TownshipCycle;

namespace Assessment.Hotline.Tests;

[Collection(HotlineService.Name)]
public sealed class TicketsSeenTest(HotlineHost host)
{
    [Fact]
    public async Task Administrator_SeesTextsPageByPage()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2"), Row("N3"));

        var page = await township.TicketsAsync("&page=2&pageSize=2");

        Assert.Equal(3, (int)page["total"]!);
        var ticket = Assert.Single(page["items"]!.AsArray())!;
        Assert.Equal("N3", (string)ticket["number"]!);
        Assert.Equal("请核实", (string)ticket["content"]!);
        Assert.Equal("2024-06-03T09:30:00+08:00", (string)ticket["receivedAt"]!);
    }

    [Theory]
    [InlineData("&page=2147483647&pageSize=500")]
    [InlineData("&page=-2147483648&pageSize=-1")]
    public async Task PageBeyondAllPages_IsOneOfThem(string asked)
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));

        var page = await township.TicketsAsync(asked);

        Assert.Equal(1, (int)page["total"]!);
    }

    [Fact]
    public async Task Area_SeesItsOwnTicketsWithoutTexts()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"), Row("N2", area: "三花居民区"));
        var area = host.As(township.Township, Roles.Area, "a2");

        var page = await area.GetFromJsonAsync<JsonNode>(
            $"/api/hotline/tickets?cycle={township.Cycle}&area=a1"
        );
        Assert.Equal(0, (int)page!["total"]!);
        page = await area.GetFromJsonAsync<JsonNode>(
            $"/api/hotline/tickets?cycle={township.Cycle}"
        );
        var ticket = Assert.Single(page!["items"]!.AsArray())!;
        Assert.Equal("N2", (string)ticket["number"]!);
        Assert.Null(ticket["title"]);
        Assert.Null(ticket["content"]);
        Assert.Null(ticket["address"]);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await area.GetAsync("/api/hotline/tickets/N1")).StatusCode
        );
        var rates = await area.GetFromJsonAsync<JsonNode>(
            $"/api/hotline/rates?cycle={township.Cycle}"
        );
        Assert.Equal("a2", (string)Assert.Single(rates!["areas"]!.AsArray())!["area"]!);
    }

    [Fact]
    public async Task OtherTownship_SeesNothing()
    {
        var township = await OpenAsync(host);
        await township.ImportAsync(Row("N1"));
        var stranger = host.As("another-township");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/api/hotline/tickets?cycle={township.Cycle}")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync("/api/hotline/tickets/N1")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/api/hotline/rates?cycle={township.Cycle}")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await stranger.PostAsJsonAsync(
                    "/api/hotline/tickets/N1/exclusion",
                    new { state = "申请", reason = "不属实" }
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task UnknownState_IsRefused()
    {
        var township = await OpenAsync(host);
        var response = await township.Administrator.GetAsync(
            $"/api/hotline/tickets?cycle={township.Cycle}&state=other"
        );
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            "ticket-state-is-unknown",
            (string)(await response.Content.ReadFromJsonAsync<JsonNode>())!["code"]!
        );
    }

    [Fact]
    public async Task Nobody_IsAskedToSignIn() =>
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await host.Anonymous().GetAsync("/api/hotline/tickets/N1")).StatusCode
        );

    [Theory]
    [InlineData(Roles.Area)]
    [InlineData(Roles.FinancePreparer)]
    [InlineData(Roles.DepartmentScorer)]
    public async Task OnlyTheAdministrator_Decides(string role)
    {
        var client = host.As("some-township", role, "a1");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await client.PostAsJsonAsync(
                    "/api/hotline/tickets/N1/attribution",
                    new { area = "a1" }
                )
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await client.PostAsJsonAsync(
                    "/api/hotline/tickets/N1/exclusion",
                    new { state = "同意" }
                )
            ).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await client.GetAsync("/api/hotline/imports")).StatusCode
        );
    }
}
