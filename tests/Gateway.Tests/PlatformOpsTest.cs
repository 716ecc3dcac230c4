using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Testing.Telemetry;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>The state of the platform, at one address; of the services one is there and one is not.</summary>
[Collection(OnGateway.Name)]
public sealed class PlatformOpsTest(GatewayServer gateway)
{
    [Fact]
    public async Task Ops_SeesItsOwnHealth_AndWhichServicesAreThere()
    {
        var (userName, password) = await gateway.AccountAsync("ops");
        var ops = await gateway.BrowserAsync(userName, password);
        await EnrolAsync(ops);
        JsonNode state = null!;
        await Eventually.HoldsAsync(
            "The gateway's database was looked at",
            async () =>
            {
                state = (await ops.GetFromJsonAsync<JsonNode>("/api/ops"))!;
                return state["health"]!.AsArray().Count > 0;
            }
        );

        var database = state["health"]!
            .AsArray()
            .Single(check => (string?)check!["check"] == "database")!;
        Assert.Equal("healthy", (string?)database["status"]);
        Assert.Equal("ready", (string?)Line(state, "hotline")["readiness"]);
        Assert.Equal("closed", (string?)Line(state, "hotline")["circuit"]);
        Assert.Equal("unreachable", (string?)Line(state, "payout")["readiness"]);
        Assert.Contains("日志", (string?)Line(state, "payout")["reason"], StringComparison.Ordinal);
        Assert.Null(Line(state, "payout")["state"]);
        Assert.Equal(4, (int)state["totals"]!["services"]!);
        Assert.Equal(3, (int)state["totals"]!["ready"]!);
    }

    [Fact]
    public async Task DistrictAndTownship_AreNotAccessLevel()
    {
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", "ops-town");
        HttpClient[] browsers =
        [
            await gateway.BrowserAsync(),
            await gateway.BrowserAsync(userName, password),
        ];

        foreach (var browser in browsers)
        {
            await RefusedAsync(
                await browser.GetAsync("/api/ops"),
                HttpStatusCode.Forbidden,
                "not-permitted"
            );
        }
    }

    [Fact]
    public async Task Stranger_MustSignIn() =>
        await RefusedAsync(
            await gateway.Stranger().GetAsync("/api/ops"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );

    [Fact]
    public async Task Readiness_IsAMetric_ByService()
    {
        using var seen = new SeenMetrics(gateway.Services);

        await Eventually.HoldsAsync(
            "Every service was asked",
            () =>
                Task.FromResult(
                    seen.Now("assessment.gateway.service.ready", "hotline") == 1
                        && seen.Now("assessment.gateway.service.ready", "payout") == 0
                )
        );
    }

    [Fact]
    public async Task EachMetricOfTheGatewaysAlerts_IsMeasuredByTheGateway()
    {
        await gateway.Stranger().GetAsync("/health/live");
        using var seen = new SeenMetrics(gateway.Services);
        var measured = seen.Instruments.Values.SelectMany(AlertRules.TranslationsOf).ToList();

        Assert.NotEmpty(AlertRules.MetricsOf("gateway"));
        Assert.All(AlertRules.MetricsOf("gateway"), metric => Assert.Contains(metric, measured));
    }

    private static JsonNode Line(JsonNode state, string service) =>
        state["services"]!.AsArray().Single(line => (string?)line!["service"] == service)!;
}
