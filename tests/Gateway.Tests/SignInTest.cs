using System.Net;
using System.Net.Http.Json;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class SignInTest(GatewayServer gateway)
{
    private static Task<HttpResponseMessage> SignInAsync(
        HttpClient client,
        string userName,
        string password
    ) => client.PostAsJsonAsync("/api/accounts/sign-in", new { userName, password });

    [Fact]
    public async Task RightPassword_GivesCookieOutOfReachOfScripts()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "right-town");

        var answer = await SignInAsync(gateway.Stranger(), userName, password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("departmentScorer", (await JsonOf(answer))["roles"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task WrongPasswordAndUnknownName_AreRefusedAlike()
    {
        var (userName, _) = await gateway.AccountAsync("departmentScorer", "alike-town");
        var wrong = await SignInAsync(gateway.Stranger(), userName, "not the password");
        var unknown = await SignInAsync(gateway.Stranger(), "nobody-at-all", "not the password");

        await RefusedAsync(wrong, HttpStatusCode.Unauthorized, "user-name-or-password-is-wrong");
        await RefusedAsync(unknown, HttpStatusCode.Unauthorized, "user-name-or-password-is-wrong");
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheAccountEvenForTheRightOne()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "locked-town");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await RefusedAsync(
                await SignInAsync(gateway.Stranger(), userName, "not the password"),
                HttpStatusCode.Unauthorized,
                "user-name-or-password-is-wrong"
            );
        }

        await RefusedAsync(
            await SignInAsync(gateway.Stranger(), userName, password),
            HttpStatusCode.Forbidden,
            "account-is-locked"
        );
    }

    [Fact]
    public async Task FourWrongPasswords_LeaveTheAccountOpen()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "open-town");
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await SignInAsync(gateway.Stranger(), userName, "not the password");
        }

        Assert.Equal(
            HttpStatusCode.OK,
            (await SignInAsync(gateway.Stranger(), userName, password)).StatusCode
        );
    }

    [Fact]
    public async Task MoreAttemptsOnOneNameThanAllowed_AreRefusedUnchecked()
    {
        var strict = new GatewayServer { SignInsPerMinute = 2, HasDistrict = false };
        await strict.InitializeAsync();
        try
        {
            await SignInAsync(strict.Stranger(), "district", "guess number 1");
            await SignInAsync(strict.Stranger(), "DISTRICT", "guess number 2");

            await RefusedAsync(
                await SignInAsync(strict.Stranger(), "district", FirstPassword),
                HttpStatusCode.TooManyRequests,
                "too-many-sign-ins"
            );
            await RefusedAsync(
                await SignInAsync(strict.Stranger(), "somebody-else", "guess number 1"),
                HttpStatusCode.Unauthorized,
                "user-name-or-password-is-wrong"
            );
        }
        finally
        {
            await strict.DisposeAsync();
        }
    }

    [Fact]
    public async Task Token_SignsAProgramIn()
    {
        var program = await gateway.ProgramAsync();

        var me = await JsonOf(await program.GetAsync("/api/accounts/me"));

        Assert.Equal("district", me["userName"]!.GetValue<string>());
    }

    [Fact]
    public async Task MadeUpToken_IsNotSignedIn()
    {
        var program = gateway.Stranger();
        program.DefaultRequestHeaders.Authorization = new("Bearer", "CfDJ8NotReallyAToken");

        await RefusedAsync(
            await program.GetAsync("/api/accounts/me"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );
    }

    [Fact]
    public async Task NotSignedIn_IsRefusedAndNotRedirected()
    {
        await RefusedAsync(
            await gateway.Stranger().GetAsync("/api/accounts/me"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );
    }

    [Fact]
    public async Task SigningOut_EndsTheSession()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "leaving-town");
        var browser = await gateway.BrowserAsync(userName, password);

        Assert.Equal(
            HttpStatusCode.NoContent,
            (await browser.PostAsync("/api/accounts/sign-out", content: null)).StatusCode
        );

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await browser.GetAsync("/api/accounts/me")).StatusCode
        );
    }

    [Fact]
    public async Task ChangedPassword_EndsOtherSessionsButNotTheOneThatChangedIt()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "changing-town");
        var here = await gateway.BrowserAsync(userName, password);
        var elsewhere = await gateway.ProgramAsync(userName, password);

        var change = await here.PostAsJsonAsync(
            "/api/accounts/password",
            new { current = password, next = "a sentence to remember" }
        );

        Assert.Equal(HttpStatusCode.NoContent, change.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/api/accounts/me")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await elsewhere.GetAsync("/api/accounts/me")).StatusCode
        );
        await gateway.BrowserAsync(userName, "a sentence to remember");
    }

    [Theory]
    [InlineData("ninechars", "password-is-too-short")]
    [InlineData("tencharact", null)]
    [InlineData("Woaini1314", "password-is-common")]
    public async Task NewPassword_MustBeLongEnoughAndNotCommon(string next, string? refusal)
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "length-town");
        var browser = await gateway.BrowserAsync(userName, password);

        var answer = await browser.PostAsJsonAsync(
            "/api/accounts/password",
            new { current = password, next }
        );

        if (refusal is null)
        {
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
        else
        {
            await RefusedAsync(answer, HttpStatusCode.UnprocessableEntity, refusal);
        }
    }

    [Fact]
    public async Task WrongCurrentPassword_ChangesNothing()
    {
        var browser = await gateway.BrowserAsync();

        await RefusedAsync(
            await browser.PostAsJsonAsync(
                "/api/accounts/password",
                new { current = "not the password", next = "something quite long" }
            ),
            HttpStatusCode.UnprocessableEntity,
            "current-password-is-wrong"
        );
    }

    [Fact]
    public async Task ChangeByCookieWithoutThePortalsHeader_IsRefused()
    {
        var browser = await gateway.BrowserAsync();
        browser.DefaultRequestHeaders.Remove("X-Requested-With");

        await RefusedAsync(
            await browser.PostAsJsonAsync("/api/townships", new { id = "forged", name = "冒用" }),
            HttpStatusCode.Forbidden,
            "request-must-come-from-the-portal"
        );
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/townships")).StatusCode);
    }

    [Fact]
    public async Task ForwardedChangeByCookieWithoutThePortalsHeader_NeverReachesTheService()
    {
        var browser = await gateway.BrowserAsync();
        browser.DefaultRequestHeaders.Remove("X-Requested-With");

        var answer = await browser.PostAsJsonAsync("/api/scoring/forged-change", new { });

        await RefusedAsync(answer, HttpStatusCode.Forbidden, "request-must-come-from-the-portal");
        Assert.DoesNotContain(
            gateway.Service.Arrivals,
            arrival => arrival.Path == "/api/scoring/forged-change"
        );
    }

    [Fact]
    public async Task ChangeByToken_NeedsNoHeader()
    {
        var program = await gateway.ProgramAsync();

        var answer = await program.PostAsJsonAsync(
            "/api/townships",
            new { id = "by-token", name = "程序登记镇" }
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
