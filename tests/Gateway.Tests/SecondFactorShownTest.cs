extern alias Demo;

using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Demo::Assessment.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>Whoever is signed in shows a code again, and the services learn when.</summary>
[Collection(OnGateway.Name)]
public sealed class SecondFactorShownTest(GatewayServer gateway)
{
    private const string Show = "/api/accounts/me/second-factor/show";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task CodeOfTheSignIn_TellsTheServicesItsTime()
    {
        var (browser, _) = await EnrolledAsync("shown-at-sign-in");

        Assert.InRange(AgeAt(await ArrivalAsync(browser)), -Tolerance, Tolerance);
    }

    [Fact]
    public async Task ShownAgain_TheServicesLearnTheNewTime()
    {
        var (browser, phone) = await EnrolledAsync("shown-again");
        await AgeAsync(browser, TimeSpan.FromMinutes(20));
        var before = AgeAt(await ArrivalAsync(browser));

        var shown = await ShowAsync(browser, await CodeAsync(phone));

        Assert.Equal(HttpStatusCode.NoContent, shown.StatusCode);
        Assert.InRange(before, TimeSpan.FromMinutes(19), TimeSpan.FromMinutes(21));
        Assert.InRange(AgeAt(await ArrivalAsync(browser)), -Tolerance, Tolerance);
    }

    [Fact]
    public async Task ShownAtOneGateway_CountsAtAnotherAtOnce()
    {
        var (browser, phone) = await EnrolledAsync("shown-elsewhere");
        await AgeAsync(browser, TimeSpan.FromMinutes(20));
        var another = gateway.Another();
        try
        {
            var there = another.BrowserOf(browser);
            // From now on the other one remembers the old time.
            Assert.InRange(
                AgeAt(await ArrivalAsync(there)),
                TimeSpan.FromMinutes(19),
                TimeSpan.FromMinutes(21)
            );

            await ShowAsync(browser, await CodeAsync(phone));

            Assert.InRange(AgeAt(await ArrivalAsync(there)), -Tolerance, Tolerance);
        }
        finally
        {
            await another.DisposeAsync();
        }
    }

    [Fact]
    public async Task SameCodeAgain_IsRefused()
    {
        var (browser, phone) = await EnrolledAsync("shown-twice");
        var code = await CodeAsync(phone);
        await ShowAsync(browser, code);
        await AgeAsync(browser, TimeSpan.FromMinutes(20));

        await RefusedAsync(
            await ShowAsync(browser, code),
            HttpStatusCode.UnprocessableEntity,
            "second-factor-code-is-wrong"
        );

        Assert.True(AgeAt(await ArrivalAsync(browser)) > TimeSpan.FromMinutes(19));
    }

    [Fact]
    public async Task FiveWrongCodes_LockTheAccountAsAtASignIn()
    {
        var (browser, phone) = await EnrolledAsync("shown-wrong");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await RefusedAsync(
                await ShowAsync(browser, "x23456"),
                HttpStatusCode.UnprocessableEntity,
                "second-factor-code-is-wrong"
            );
        }

        await RefusedAsync(
            await ShowAsync(browser, await CodeAsync(phone)),
            HttpStatusCode.Forbidden,
            "account-is-locked"
        );
    }

    [Fact]
    public async Task AttemptsAreLimited_AsAtASignIn()
    {
        var strict = new GatewayServer { SignInsPerMinute = 8 };
        await strict.InitializeAsync();
        var browser = await strict.BrowserAsync();

        var answers = new List<HttpStatusCode>();
        for (var attempt = 1; attempt <= 8; attempt++)
        {
            answers.Add((await ShowAsync(browser, "x23456")).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        await strict.DisposeAsync();
    }

    [Fact]
    public async Task AccountWithoutOne_IsToldSo_AndTheServicesLearnOfNone()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "shown-none");
        var browser = await gateway.BrowserAsync(userName, password);

        await RefusedAsync(
            await ShowAsync(browser, "123456"),
            HttpStatusCode.Conflict,
            "second-factor-is-not-enrolled"
        );

        Assert.Null((await ArrivalAsync(browser)).Caller.SecondFactorAt());
    }

    [Fact]
    public async Task ShownCode_StandsAmongTheSignIns()
    {
        var (browser, phone) = await EnrolledAsync("shown-and-told");

        await ShowAsync(browser, await CodeAsync(phone));

        var history = await JsonOf(await browser.GetAsync("/api/accounts/me/sign-ins"));
        Assert.Equal("secondFactorShown", (string?)history["items"]![0]!["outcome"]);
    }

    private async Task<(HttpClient Browser, Authenticator Phone)> EnrolledAsync(string township)
    {
        var (userName, password) = await gateway.AccountAsync("leader", township);
        var phone = await EnrolAsync(await gateway.BrowserAsync(userName, password));
        return (await gateway.BrowserAsync(userName, password, await CodeAsync(phone)), phone);
    }

    private static Task<string> CodeAsync(Authenticator phone) =>
        phone.NextCodeAsync(CancellationToken.None);

    private static Task<HttpResponseMessage> ShowAsync(HttpClient browser, string code) =>
        browser.PostAsJsonAsync(Show, new { code });

    /// <summary>What a service sees of a request that would change something.</summary>
    private async Task<Arrival> ArrivalAsync(HttpClient browser)
    {
        var path = $"/api/scoring/factor-{Guid.NewGuid():N}";
        var answer = await browser.PostAsJsonAsync(path, new { });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Assert.Single(gateway.Service.Arrivals, arrival => arrival.Path == path);
    }

    private static TimeSpan AgeAt(Arrival arrival) =>
        TimeProvider.System.GetUtcNow() - arrival.Caller.SecondFactorAt()!.Value;

    /// <summary>As if the code had been shown so long ago.</summary>
    private async Task AgeAsync(HttpClient browser, TimeSpan age)
    {
        var account = (await ArrivalAsync(browser)).Caller.FindFirstValue(CallerClaims.Subject);
        var then = TimeProvider.System.GetUtcNow() - age;
        await using var scope = gateway.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<GatewayDb>()
            .Sessions.Where(session => session.Account == account)
            .ExecuteUpdateAsync(change =>
                change.SetProperty(session => session.SecondFactorAt, then)
            );
    }
}
