using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.WebUtilities;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>Signing in by way of another organisation, with real redirects between two servers.</summary>
public sealed class OutsideProviderTest : IAsyncLifetime
{
    private static long s_lastPerson = 4700;
    private OutsideServer _outside = null!;
    private GatewayServer _gateway = null!;

    public async Task InitializeAsync()
    {
        _outside = await OutsideServer.StartAsync();
        _gateway = Gateway(givesSecondFactor: false);
        await _gateway.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _outside.DisposeAsync();
    }

    private GatewayServer Gateway(bool givesSecondFactor) =>
        new()
        {
            Settings = new Dictionary<string, string>
            {
                ["SignIn:Provider:Name"] = "统一身份认证",
                ["SignIn:Provider:ClientId"] = OutsideServer.ClientId,
                ["SignIn:Provider:ClientSecret"] = OutsideServer.ClientSecret,
                ["SignIn:Provider:AuthorizationEndpoint"] = $"{_outside.Address}/authorize",
                ["SignIn:Provider:TokenEndpoint"] = $"{_outside.Address}/token",
                ["SignIn:Provider:UserInformationEndpoint"] = $"{_outside.Address}/userinfo",
                ["SignIn:Provider:SubjectField"] = "uid",
                ["SignIn:Provider:GivesSecondFactor"] = $"{givesSecondFactor}",
            },
        };

    private void NextPerson() => _outside.Person = Interlocked.Increment(ref s_lastPerson);

    /// <summary>From the gateway to the outside, whose answer is the address to come back to.</summary>
    private static async Task<Uri> GoOutAsync(HttpClient browser, string path)
    {
        var begun = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var outside = new HttpClient(handler);
        var back = await outside.GetAsync(begun.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location!;
    }

    /// <returns>The page of the portal that the browser ends on.</returns>
    private static async Task<string> ComeBackAsync(HttpClient browser, Uri address)
    {
        var landed = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, landed.StatusCode);
        return landed.Headers.Location!.ToString();
    }

    /// <summary>A browser that keeps cookies, signed in with the password.</summary>
    private static async Task<HttpClient> SignedInAsync(
        GatewayServer gateway,
        string user,
        string password
    )
    {
        var browser = gateway.Stranger();
        browser.DefaultRequestHeaders.Add("X-Requested-With", "assessment");
        var answer = await browser.PostAsJsonAsync(
            "/api/accounts/sign-in",
            new { userName = user, password }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return browser;
    }

    private static async Task LinkAsync(HttpClient browser)
    {
        var back = await GoOutAsync(browser, "/api/accounts/me/provider/link");
        Assert.Equal("/account/provider", await ComeBackAsync(browser, back));
        var linked = await browser.PostAsync("/api/accounts/me/provider/link", content: null);
        Assert.Equal(HttpStatusCode.NoContent, linked.StatusCode);
    }

    private static Task<HttpResponseMessage> FinishAsync(
        HttpClient browser,
        object? shown = null
    ) => browser.PostAsJsonAsync("/api/accounts/sign-in/provider", shown ?? new { });

    private static async Task<HttpClient> FromOutsideAsync(GatewayServer gateway)
    {
        var browser = gateway.Stranger();
        var back = await GoOutAsync(browser, "/api/accounts/sign-in/provider");
        Assert.Equal("/sign-in/provider", await ComeBackAsync(browser, back));
        return browser;
    }

    [Fact]
    public async Task LinkedPerson_SignsInFromOutside_UntilUnlinked()
    {
        NextPerson();
        var (userName, password) = await _gateway.AccountAsync("leader", "linked-town");
        var own = await SignedInAsync(_gateway, userName, password);
        await LinkAsync(own);
        var me = await JsonOf(await own.GetAsync("/api/accounts/me"));
        Assert.True(me["providerLinked"]!.GetValue<bool>());

        var browser = await FromOutsideAsync(_gateway);
        var signedIn = await FinishAsync(browser);

        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Equal(userName, (await JsonOf(signedIn))["userName"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/api/accounts/me")).StatusCode);
        // What came from outside is used up.
        await RefusedAsync(
            await FinishAsync(browser),
            HttpStatusCode.Forbidden,
            "request-must-come-from-the-portal"
        );
        browser.DefaultRequestHeaders.Add("X-Requested-With", "assessment");
        await RefusedAsync(
            await FinishAsync(browser),
            HttpStatusCode.Unauthorized,
            "provider-sign-in-is-over"
        );

        await own.DeleteAsync("/api/accounts/me/provider/link");
        await RefusedAsync(
            await FinishAsync(await FromOutsideAsync(_gateway)),
            HttpStatusCode.Forbidden,
            "outside-person-is-unknown"
        );
    }

    [Fact]
    public async Task UnknownPerson_GetsNoAccount()
    {
        NextPerson();
        var browser = await FromOutsideAsync(_gateway);

        await RefusedAsync(
            await FinishAsync(browser),
            HttpStatusCode.Forbidden,
            "outside-person-is-unknown"
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await browser.GetAsync("/api/accounts/me")).StatusCode
        );
    }

    [Fact]
    public async Task WrongState_IsRefused()
    {
        NextPerson();
        var browser = _gateway.Stranger();
        var back = await GoOutAsync(browser, "/api/accounts/sign-in/provider");
        var query = QueryHelpers.ParseQuery(back.Query);
        var forged = new Uri(
            QueryHelpers.AddQueryString(
                back.GetLeftPart(UriPartial.Path),
                new Dictionary<string, string?>
                {
                    ["code"] = query["code"],
                    ["state"] = "CfDJ8-made-up",
                }
            )
        );

        Assert.Equal("/sign-in/provider?refused=true", await ComeBackAsync(browser, forged));
        await RefusedAsync(
            await FinishAsync(browser),
            HttpStatusCode.Unauthorized,
            "provider-sign-in-is-over"
        );
    }

    [Fact]
    public async Task StateOfAnotherBrowser_IsRefused()
    {
        NextPerson();
        var attacker = _gateway.Stranger();
        var back = await GoOutAsync(attacker, "/api/accounts/sign-in/provider");
        var victim = _gateway.Stranger();

        Assert.Equal("/sign-in/provider?refused=true", await ComeBackAsync(victim, back));
    }

    [Fact]
    public async Task WrongCode_IsRefused()
    {
        NextPerson();
        var browser = _gateway.Stranger();
        var back = await GoOutAsync(browser, "/api/accounts/sign-in/provider");
        var query = QueryHelpers.ParseQuery(back.Query);
        var wrong = new Uri(
            QueryHelpers.AddQueryString(
                back.GetLeftPart(UriPartial.Path),
                new Dictionary<string, string?>
                {
                    ["code"] = "a code that nobody gave",
                    ["state"] = query["state"],
                }
            )
        );

        Assert.Equal("/sign-in/provider?refused=true", await ComeBackAsync(browser, wrong));
        var failures = await JsonOf(
            await (await _gateway.BrowserAsync()).GetAsync("/api/accounts/sign-in-failures")
        );
        Assert.Contains(
            failures.AsArray(),
            count => count!["outcome"]!.GetValue<string>() == "providerRefused"
        );
    }

    [Fact]
    public async Task WayToSignIn_LinksNothing_AndWayToLinkSignsNobodyIn()
    {
        NextPerson();
        var (userName, password) = await _gateway.AccountAsync("leader", "ways-town");
        var own = await SignedInAsync(_gateway, userName, password);
        await ComeBackAsync(own, await GoOutAsync(own, "/api/accounts/sign-in/provider"));
        await RefusedAsync(
            await own.PostAsync("/api/accounts/me/provider/link", content: null),
            HttpStatusCode.Unauthorized,
            "provider-sign-in-is-over"
        );

        await ComeBackAsync(own, await GoOutAsync(own, "/api/accounts/me/provider/link"));
        await RefusedAsync(
            await FinishAsync(own),
            HttpStatusCode.Unauthorized,
            "provider-sign-in-is-over"
        );
    }

    [Fact]
    public async Task OutsidePerson_IsLinkedToOneAccountOnly()
    {
        NextPerson();
        var (first, password) = await _gateway.AccountAsync("leader", "single-link-town");
        await LinkAsync(await SignedInAsync(_gateway, first, password));
        var (second, secondPassword) = await _gateway.AccountAsync("leader", "single-link-town");
        var other = await SignedInAsync(_gateway, second, secondPassword);
        await ComeBackAsync(other, await GoOutAsync(other, "/api/accounts/me/provider/link"));

        await RefusedAsync(
            await other.PostAsync("/api/accounts/me/provider/link", content: null),
            HttpStatusCode.Conflict,
            "outside-person-is-linked-already"
        );
    }

    [Fact]
    public async Task SecondFactor_IsStillAskedFor()
    {
        NextPerson();
        var (userName, password) = await _gateway.AccountAsync("leader", "still-town");
        var own = await SignedInAsync(_gateway, userName, password);
        await LinkAsync(own);
        var phone = await EnrolAsync(own);
        var browser = await FromOutsideAsync(_gateway);

        await RefusedAsync(
            await FinishAsync(browser),
            HttpStatusCode.Unauthorized,
            "second-factor-is-needed"
        );
        var signedIn = await FinishAsync(
            browser,
            new { code = await phone.NextCodeAsync(CancellationToken.None) }
        );

        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
    }

    [Fact]
    public async Task DisabledAccount_IsRefusedFromOutsideToo()
    {
        NextPerson();
        var (userName, password) = await _gateway.AccountAsync("leader", "disabled-outside-town");
        await LinkAsync(await SignedInAsync(_gateway, userName, password));
        var district = await _gateway.BrowserAsync();
        await district.PostAsync($"/api/accounts/{userName}/disable", content: null);

        await RefusedAsync(
            await FinishAsync(await FromOutsideAsync(_gateway)),
            HttpStatusCode.Forbidden,
            "account-is-disabled"
        );
    }

    [Fact]
    public async Task ProviderThatGivesTheSecondFactor_IsEnoughForRolesThatNeedOne()
    {
        NextPerson();
        var trusting = Gateway(givesSecondFactor: true);
        await trusting.InitializeAsync();
        try
        {
            var (userName, password) = await trusting.AccountAsync("leader", "trusting-town");
            await LinkAsync(await SignedInAsync(trusting, userName, password));
            var district = await trusting.BrowserAsync();
            await district.PutAsJsonAsync(
                $"/api/accounts/{userName}",
                new { displayName = "某某", role = "financeApprover" }
            );

            var signedIn = await FinishAsync(await FromOutsideAsync(trusting));

            Assert.False((await JsonOf(signedIn))["mustEnrolSecondFactor"]!.GetValue<bool>());
        }
        finally
        {
            await trusting.DisposeAsync();
        }
    }

    [Fact]
    public async Task WithoutConfiguration_ThereIsNoProvider()
    {
        var plain = new GatewayServer { HasDistrict = false };
        await plain.InitializeAsync();
        try
        {
            await RefusedAsync(
                await plain.Stranger().GetAsync("/api/accounts/sign-in/provider"),
                HttpStatusCode.NotFound,
                "not-found"
            );
            var options = await JsonOf(
                await plain.Stranger().GetAsync("/api/accounts/sign-in/options")
            );
            Assert.Null(options["provider"]);
        }
        finally
        {
            await plain.DisposeAsync();
        }
    }
}
