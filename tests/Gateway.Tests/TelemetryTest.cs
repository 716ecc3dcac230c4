using System.Net;
using Assessment.Testing.Hosts;
using Assessment.Testing.Telemetry;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Assessment.Gateway.Tests;

/// <summary>The gateway and a service behind it tell how they do, and no secret that passes through them.</summary>
public sealed class TelemetryTest : IAsyncLifetime
{
    private TelemetrySink _sink = null!;
    private GatewayWithProvider _both = null!;

    public async Task InitializeAsync()
    {
        _sink = await TelemetrySink.StartAsync();
        _both = new GatewayWithProvider
        {
            HasDistrict = false,
            Settings = _sink.SettingsAtEveryLogLevel,
            ServiceSettings = _sink.SettingsAtEveryLogLevel,
        };
        await _both.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _both.DisposeAsync();
        await _sink.DisposeAsync();
    }

    [Fact]
    public async Task AtEveryLogLevel_NoLinkPasswordCodeSessionOrNameIsExported()
    {
        var gateway = _both.Gateway;
        const string householdLink = "bGluay1vZi1hLWhvdXNlaG9sZA";
        var firstInvitation = (await File.ReadAllTextAsync(gateway.FirstInvitationFile)).Trim();
        await gateway.TakeUpDistrictAsync();
        var (_, invitation) = await gateway.OpenAsync("leader", "telemetry-town");
        const string password = "a sentence that nobody else knows";
        await gateway.AcceptAsync(invitation!, password);
        using var page = await gateway.Stranger().GetAsync($"/s/{householdLink}");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var opened = await gateway.Stranger().GetAsync(invitation);
        var district = await gateway.BrowserAsync();
        using var named = await district.GetAsync("/api/scoring/staff?name=某某");
        using var state = await district.GetAsync("/api/ops");
        var person = _both.NextPerson();
        var back = await ComeBackFromOutsideAsync(gateway.Stranger());
        Exporting.Now(gateway.Services);
        Exporting.Now(gateway.Service.Services);

        foreach (var process in new[] { "assessment-gateway", "assessment-downstream" })
        {
            Assert.True(_sink.Says("traces", process));
            Assert.True(_sink.Says("metrics", process));
            Assert.True(_sink.Says("logs", process));
        }

        Assert.True(_sink.Says("traces", "/s/{token}"));
        Assert.True(_sink.Says("logs", "The service payout does not say how it is"));
        Assert.True(_sink.Says("traces", "/.well-known/openid-configuration"));
        Assert.True(_sink.Says("metrics", "assessment.gateway.circuit"));
        Assert.DoesNotContain(
            new[]
            {
                householdLink,
                invitation!.Split('/')[^1],
                firstInvitation.Split('/')[^1],
                password,
                GatewayServer.FirstPassword,
                GatewayServer.CookieOf(district).Split('=')[1],
                back["code"].ToString(),
                back["state"].ToString(),
                OutsideServer.ClientSecret,
                person,
                "某某",
                Uri.EscapeDataString("某某"),
            },
            secret => _sink.Says(null, secret)
        );
    }

    /// <returns>What the browser brought back.</returns>
    private static async Task<Dictionary<string, StringValues>> ComeBackFromOutsideAsync(
        HttpClient browser
    )
    {
        using var begun = await browser.GetAsync("/api/accounts/sign-in/provider");
        var back = await GatewayWithProvider.LetInAsync(begun.Headers.Location!);
        using var landed = await browser.GetAsync(back);
        Assert.Equal("/sign-in/provider", landed.Headers.Location!.ToString());
        return QueryHelpers.ParseQuery(back.Query);
    }
}
