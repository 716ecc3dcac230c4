using System.Net;
using System.Text.Json.Nodes;
using Assessment.Gateway.SignInHistory;
using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class SessionsTest(GatewayServer gateway)
{
    private static async Task<JsonArray> SessionsAsync(HttpClient client) =>
        (await JsonOf(await client.GetAsync("/api/accounts/me/sessions"))).AsArray();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client) =>
        (await client.GetAsync("/api/accounts/me")).StatusCode;

    [Fact]
    public async Task Sessions_AreListedWithWhereTheyCameFrom()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "list-town");
        var browser = await gateway.BrowserAsync(userName, password);
        await gateway.ProgramAsync(userName, password);

        var sessions = await SessionsAsync(browser);

        Assert.Equal(2, sessions.Count);
        var own = Assert.Single(sessions, session => session!["own"]!.GetValue<bool>())!;
        Assert.Equal("cookie", own["kind"]!.GetValue<string>());
        Assert.Equal("127.0.0.1", own["address"]!.GetValue<string>());
        Assert.Contains(sessions, session => session!["kind"]!.GetValue<string>() == "token");
    }

    [Fact]
    public async Task OneSession_IsEndedFromAnother()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "end-town");
        var here = await gateway.BrowserAsync(userName, password);
        var there = await gateway.ProgramAsync(userName, password);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(there));
        var other = (await SessionsAsync(here)).Single(session =>
            !session!["own"]!.GetValue<bool>()
        )!;

        var ended = await here.DeleteAsync($"/api/accounts/me/sessions/{other["id"]}");

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(there));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here));
    }

    [Fact]
    public async Task AllOthers_AreEndedAtOnce()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "others-town");
        var here = await gateway.BrowserAsync(userName, password);
        var others = new[]
        {
            await gateway.BrowserAsync(userName, password),
            await gateway.ProgramAsync(userName, password),
        };

        await here.DeleteAsync("/api/accounts/me/sessions");

        foreach (var other in others)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(other));
        }

        Assert.Single(await SessionsAsync(here));
    }

    [Fact]
    public async Task SomebodyElsesSession_IsNotThere()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "mine-town");
        var (other, othersPassword) = await gateway.AccountAsync("departmentScorer", "mine-town");
        var mine = await gateway.BrowserAsync(userName, password);
        var theirs = await gateway.BrowserAsync(other, othersPassword);
        var id = (await SessionsAsync(theirs)).Single()!["id"];

        await RefusedAsync(
            await mine.DeleteAsync($"/api/accounts/me/sessions/{id}"),
            HttpStatusCode.NotFound,
            "not-found"
        );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(theirs));
    }

    [Fact]
    public async Task CookieKeptFromBefore_IsWorthNothingAfterSigningOut()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "copy-town");
        var browser = await gateway.BrowserAsync(userName, password);
        var thief = gateway.Stranger();
        thief.DefaultRequestHeaders.Add("Cookie", CookieOf(browser));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief));

        await browser.PostAsync("/api/accounts/sign-out", content: null);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief));
    }

    [Fact]
    public async Task SessionEndedAtOneGateway_IsOverAtAnotherWithinSeconds()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "two-gateways");
        var here = await gateway.BrowserAsync(userName, password);
        var another = gateway.Another();
        try
        {
            var there = another.BrowserOf(here);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(there));

            await here.PostAsync("/api/accounts/sign-out", content: null);

            await Eventually.HoldsAsync(
                "the end is known there",
                async () => await StatusAsync(there) == HttpStatusCode.Unauthorized
            );
        }
        finally
        {
            await another.DisposeAsync();
        }
    }

    [Fact]
    public async Task Cleaning_ForgetsWhatIsLongOver()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "clean-town");
        await gateway.BrowserAsync(userName, password);
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var account = await db.Users.SingleAsync(account => account.UserName == userName);
        var now = DateTimeOffset.UtcNow;
        // Far enough ahead for whatever this test left, and before the time of the cleaning nothing of the others.
        var old = now.AddYears(-2);
        await db
            .Sessions.Where(session => session.Account == account.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(session => session.ExpiresAt, old));
        await db
            .SignInRecords.Where(record => record.Account == account.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(record => record.At, old));

        await SignInCleaning.CleanAsync(db, now, CancellationToken.None);

        Assert.False(await db.Sessions.AnyAsync(session => session.Account == account.Id));
        Assert.False(await db.SignInRecords.AnyAsync(record => record.Account == account.Id));
        Assert.True(await db.SignInRecords.AnyAsync());
    }
}
