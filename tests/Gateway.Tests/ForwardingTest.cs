using System.Net;
using System.Net.Http.Json;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class ForwardingTest(GatewayServer gateway)
{
    private Arrival ArrivalAt(string path) =>
        Assert.Single(gateway.Service.Arrivals, arrival => arrival.Path == path);

    private async Task<HttpClient> ScorerAsync(string township)
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", township);
        return await gateway.BrowserAsync(userName, password);
    }

    [Fact]
    public async Task SignedInCaller_ReachesTheServiceWithATicketOfRoleAndTownship()
    {
        var browser = await ScorerAsync("ticket-town");

        var answer = await browser.GetAsync("/api/scoring/with-ticket");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var arrival = ArrivalAt("/api/scoring/with-ticket");
        Assert.Equal("ticket-town", arrival.Township);
        Assert.Equal(["departmentScorer"], arrival.Roles);
        Assert.Equal(
            ["department", "name", "role", "sub", "township"],
            arrival.Caller.Claims.Select(claim => claim.Type).Order()
        );
    }

    [Fact]
    public async Task WhatTheClientClaims_NeverReachesTheService()
    {
        var browser = await ScorerAsync("claim-town");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/survey/claims");
        request.Headers.Add("X-Township", "other-town");
        request.Headers.Add("Township", "other-town");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Invented", "1");

        await browser.SendAsync(request);

        var arrival = ArrivalAt("/api/survey/claims");
        Assert.Equal("claim-town", arrival.Township);
        Assert.DoesNotContain(arrival.Headers, header => header.Value.Contains("other-town"));
        Assert.DoesNotContain(arrival.Headers, header => header.Value.Contains("203.0.113.7"));
        Assert.DoesNotContain("X-Invented", arrival.Headers.Keys);
        Assert.DoesNotContain("Cookie", arrival.Headers.Keys);
        Assert.DoesNotContain("X-Requested-With", arrival.Headers.Keys);
    }

    [Fact]
    public async Task Token_IsReplacedByATicket()
    {
        var program = await gateway.ProgramAsync();
        var sent = program.DefaultRequestHeaders.Authorization!.ToString();

        await program.GetAsync("/api/hotline/by-token");

        Assert.NotEqual(sent, ArrivalAt("/api/hotline/by-token").Headers["Authorization"]);
    }

    [Fact]
    public async Task TicketTakenFromAService_DoesNotSignInAtTheGateway()
    {
        var browser = await ScorerAsync("stolen-town");
        await browser.GetAsync("/api/scoring/stolen-ticket");
        var thief = gateway.Stranger();
        thief.DefaultRequestHeaders.Add(
            "Authorization",
            ArrivalAt("/api/scoring/stolen-ticket").Headers["Authorization"]
        );

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await thief.GetAsync("/api/accounts/me")).StatusCode
        );
    }

    [Fact]
    public async Task NotSignedIn_IsNotForwarded()
    {
        await RefusedAsync(
            await gateway.Stranger().GetAsync("/api/scoring/stranger"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );
        Assert.DoesNotContain(
            gateway.Service.Arrivals,
            arrival => arrival.Path == "/api/scoring/stranger"
        );
    }

    [Fact]
    public async Task Resident_ReachesTheQuestionnaireWithoutAnAccount()
    {
        var answer = await gateway.Stranger().GetAsync("/s/token-of-a-household");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var arrival = ArrivalAt("/s/token-of-a-household");
        Assert.Equal(["resident"], arrival.Roles);
        Assert.Null(arrival.Township);
    }

    /// <summary>And so on a notice: it is the same for everybody, and the township is the notice's.</summary>
    [Theory]
    [InlineData("/s/opened-by-an-official")]
    [InlineData("/notices/opened-by-an-official")]
    public async Task OfficialOnTheResidentsPage_IsAResidentThere(string address)
    {
        var browser = await ScorerAsync("visiting-town");

        await browser.GetAsync(address);

        var arrival = ArrivalAt(address);
        Assert.Equal(["resident"], arrival.Roles);
        Assert.Null(arrival.Township);
    }

    [Fact]
    public async Task ResidentsForm_NeedsNoPortalHeader()
    {
        var browser = await gateway.BrowserAsync();
        browser.DefaultRequestHeaders.Remove("X-Requested-With");
        using var form = new FormUrlEncodedContent([new("q1", "10")]);

        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.PostAsync("/s/form-of-a-household", form)).StatusCode
        );
    }

    [Fact]
    public async Task ServiceThatIsDown_IsReportedInWords()
    {
        var browser = await ScorerAsync("down-town");

        await RefusedAsync(
            await browser.GetAsync("/api/payout/sheets"),
            HttpStatusCode.ServiceUnavailable,
            "service-unavailable"
        );
    }

    [Theory]
    [InlineData("/api/hotline/imports/tickets")]
    [InlineData("/api/survey/imports/responses?cycle=1")]
    public async Task LargeImport_PassesWhereImportsGo(string path)
    {
        var browser = await ScorerAsync("import-town");
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[8 * 1024 * 1024]), "file", "tickets.csv" },
        };

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(path, content)).StatusCode);
    }

    [Fact]
    public async Task LargeBody_IsRefusedWhereNoImportsGo()
    {
        var browser = await ScorerAsync("body-town");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/scoring/large-body")
        {
            Content = new ByteArrayContent(new byte[5 * 1024 * 1024]),
            // Asks before it sends: the refusal closes the connection, and a body under way would break.
            Headers = { ExpectContinue = true },
        };

        await RefusedAsync(
            await browser.SendAsync(request),
            HttpStatusCode.RequestEntityTooLarge,
            "request-too-large"
        );
    }

    [Fact]
    public async Task UnknownAddressOfTheInterface_IsNoWebPage()
    {
        await RefusedAsync(
            await gateway.Stranger().GetAsync("/api/no-such-service"),
            HttpStatusCode.NotFound,
            "not-found"
        );
    }

    [Fact]
    public async Task Description_IsOpenToAll()
    {
        var description = await JsonOf(await gateway.Stranger().GetAsync("/openapi/gateway.json"));

        Assert.NotNull(description["paths"]!["/api/accounts/me"]);
        Assert.Null(description["paths"]!["/api/{rest}"]);
    }
}
