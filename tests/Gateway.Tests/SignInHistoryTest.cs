using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignInHistory;
using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class SignInHistoryTest(GatewayServer gateway)
{
    private async Task FailAsync(string userName)
    {
        await gateway
            .Stranger()
            .PostAsJsonAsync(
                "/api/accounts/sign-in",
                new { userName, password = "not the password" }
            );
    }

    private static string[] OutcomesOf(JsonNode page) =>
        [.. page["items"]!.AsArray().Select(line => line!["outcome"]!.GetValue<string>())];

    [Fact]
    public async Task OwnHistory_ShowsWhatWasTriedNewestFirst()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "history-town");
        await FailAsync(userName);
        var browser = await gateway.BrowserAsync(userName, password);

        var page = await JsonOf(await browser.GetAsync("/api/accounts/me/sign-ins"));

        Assert.Equal(["signedIn", "wrongPassword"], OutcomesOf(page));
        Assert.Equal("127.0.0.1", page["items"]![0]!["address"]!.GetValue<string>());
    }

    [Fact]
    public async Task LockingFailure_HasALineOfItsOwn()
    {
        var (userName, _) = await gateway.AccountAsync("departmentScorer", "locking-town");
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            await FailAsync(userName);
        }

        var district = await gateway.BrowserAsync();
        var page = await JsonOf(
            await district.GetAsync($"/api/accounts/{userName}/sign-ins?page=1&pageSize=3")
        );

        Assert.Equal(7, page["total"]!.GetValue<int>());
        Assert.Equal(["locked", "lockedNow", "wrongPassword"], OutcomesOf(page));
    }

    [Fact]
    public async Task HistoryOfAnAccountElsewhere_IsNotThere()
    {
        var (userName, _) = await gateway.AccountAsync("departmentScorer", "unseen-town");
        var (keeper, password) = await gateway.AccountAsync("townshipAdministrator", "prying-town");
        var administrator = await gateway.BrowserAsync(keeper, password);

        foreach (var what in new[] { "sign-ins", "log" })
        {
            await RefusedAsync(
                await administrator.GetAsync($"/api/accounts/{userName}/{what}"),
                HttpStatusCode.NotFound,
                "not-found"
            );
        }
    }

    [Fact]
    public async Task UnknownName_IsKeptOnlyAsAShortDigest()
    {
        const string Slip = "My-Password-In-The-Wrong-Field";
        await FailAsync(Slip);
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();

        var unknown = await db
            .SignInRecords.Where(record => record.Outcome == SignInOutcome.UnknownName)
            .ToListAsync();

        Assert.NotEmpty(unknown);
        Assert.All(unknown, record => Assert.Equal(8, record.NameDigest!.Length));
        Assert.All(unknown, record => Assert.Null(record.Account));
    }

    [Fact]
    public async Task Failures_AreCountedByOutcomeAndHourForTheDistrict_WithoutNames()
    {
        var (userName, _) = await gateway.AccountAsync("departmentScorer", "count-town");
        await FailAsync(userName);
        var district = await gateway.BrowserAsync();

        var answer = await district.GetAsync("/api/accounts/sign-in-failures");

        var counts = (await JsonOf(answer)).AsArray();
        Assert.Contains(
            counts,
            count =>
                count!["outcome"]!.GetValue<string>() == "wrongPassword"
                && count["count"]!.GetValue<int>() > 0
                && count["hour"]!.GetValue<DateTimeOffset>() is { Minute: 0, Second: 0 } hour
                && DateTimeOffset.UtcNow - hour < TimeSpan.FromHours(2)
        );
        Assert.DoesNotContain(counts, count => count!["outcome"]!.GetValue<string>() == "signedIn");
        Assert.DoesNotContain(userName, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Failures_AreNotForOthers()
    {
        var (userName, password) = await gateway.AccountAsync(
            "townshipAdministrator",
            "no-count-town"
        );
        var administrator = await gateway.BrowserAsync(userName, password);

        await RefusedAsync(
            await administrator.GetAsync("/api/accounts/sign-in-failures"),
            HttpStatusCode.Forbidden,
            "not-permitted"
        );
    }

    [Fact]
    public async Task RefusedSignIn_IsCountedInTheMetric()
    {
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument is { Name: "assessment.signin.refused", Meter.Name: "Assessment" })
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => outcomes.Add((string)tags[0].Value!)
        );
        listener.Start();

        await FailAsync("nobody-for-the-metric");

        Assert.Contains("unknownName", outcomes);
    }

    [Fact]
    public async Task Records_CannotBeChanged()
    {
        await FailAsync("nobody-to-be-changed");
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        db.Remove(await db.SignInRecords.FirstAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        db.ChangeTracker.Clear();
        db.Entry(await db.AccountLog.FirstAsync()).Property(entry => entry.Event).CurrentValue =
            AccountEvent.Enabled;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }
}
