using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.WebUtilities;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>Signing in by way of another organisation, with real redirects between two servers.</summary>
public sealed class OutsideProviderTest(GatewayWithProvider both)
    : IClassFixture<GatewayWithProvider>
{
    /// <summary>The portal's page that says that it came to nothing.</summary>
    private const string Refused = "/sign-in/provider?refused=true";

    private readonly GatewayServer _gateway = both.Gateway;

    private static async Task<GatewayWithProvider> OtherwiseAsync(string setting, string value)
    {
        var other = new GatewayWithProvider
        {
            Settings = new Dictionary<string, string> { [setting] = value },
        };
        await other.InitializeAsync();
        return other;
    }

    /// <summary>From the gateway to the outside, whose answer is the address to come back to.</summary>
    private static async Task<Uri> GoOutAsync(HttpClient browser, string path)
    {
        var begun = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return await GatewayWithProvider.LetInAsync(begun.Headers.Location!);
    }

    /// <summary>The address with one value from another one.</summary>
    private static Uri With(Uri address, string name, Uri other)
    {
        var query = QueryHelpers
            .ParseQuery(address.Query)
            .ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        query[name] = QueryHelpers.ParseQuery(other.Query)[name];
        return new Uri(QueryHelpers.AddQueryString(address.GetLeftPart(UriPartial.Path), query));
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
        both.NextPerson();
        var (userName, password) = await _gateway.AccountAsync("departmentScorer", "linked-town");
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
        both.NextPerson();
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
        both.NextPerson();
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

        Assert.Equal(Refused, await ComeBackAsync(browser, forged));
        await RefusedAsync(
            await FinishAsync(browser),
            HttpStatusCode.Unauthorized,
            "provider-sign-in-is-over"
        );
    }

    [Fact]
    public async Task StateOfAnotherBrowser_IsRefused()
    {
        both.NextPerson();
        var attacker = _gateway.Stranger();
        var back = await GoOutAsync(attacker, "/api/accounts/sign-in/provider");
        var victim = _gateway.Stranger();

        Assert.Equal(Refused, await ComeBackAsync(victim, back));
    }

    [Fact]
    public async Task WrongCode_IsRefused()
    {
        both.NextPerson();
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

        Assert.Equal(Refused, await ComeBackAsync(browser, wrong));
        var failures = await JsonOf(
            await (await _gateway.BrowserAsync()).GetAsync("/api/accounts/sign-in-failures")
        );
        Assert.Contains(
            failures.AsArray(),
            count => count!["outcome"]!.GetValue<string>() == "providerRefused"
        );
    }

    [Theory]
    [MemberData(nameof(WrongTokens))]
    public async Task IdTokenThatIsWrong_SignsNobodyIn(string wrong)
    {
        both.NextPerson();
        var (userName, password) = await _gateway.AccountAsync(
            "departmentScorer",
            "wrong-token-town"
        );
        await LinkAsync(await SignedInAsync(_gateway, userName, password));
        var browser = _gateway.Stranger();
        both.Outside.Spoils = SpoiltTokens.All[wrong];
        try
        {
            var back = await GoOutAsync(browser, "/api/accounts/sign-in/provider");

            Assert.Equal(Refused, await ComeBackAsync(browser, back));
            await RefusedAsync(
                await FinishAsync(browser),
                HttpStatusCode.Unauthorized,
                "provider-sign-in-is-over"
            );
        }
        finally
        {
            both.Outside.Spoils = _ => { };
        }
    }

    public static TheoryData<string> WrongTokens => [.. SpoiltTokens.All.Keys];

    [Fact]
    public async Task CodeThatWasUsed_IsRefused_EvenWithTheSameBrowsersCookies()
    {
        both.NextPerson();
        using var copied = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false },
            disposeHandler: true
        )
        {
            BaseAddress = _gateway.Stranger().BaseAddress,
        };
        var begun = await copied.GetAsync("/api/accounts/sign-in/provider");
        var cookies = begun.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        copied.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies));
        var back = await GatewayWithProvider.LetInAsync(begun.Headers.Location!);

        Assert.Equal("/sign-in/provider", await ComeBackAsync(copied, back));
        Assert.Equal(Refused, await ComeBackAsync(copied, back));
    }

    [Fact]
    public async Task CodeOfAnotherBrowser_IsRefused()
    {
        both.NextPerson();
        var victims = await GoOutAsync(_gateway.Stranger(), "/api/accounts/sign-in/provider");
        var thief = _gateway.Stranger();
        var own = await GoOutAsync(thief, "/api/accounts/sign-in/provider");

        Assert.Equal(Refused, await ComeBackAsync(thief, With(own, "code", victims)));
    }

    [Fact]
    public async Task WayOut_AsksForACodeWithProofKeyAndNonce()
    {
        var begun = await _gateway.Stranger().GetAsync("/api/accounts/sign-in/provider");

        var asked = QueryHelpers.ParseQuery(begun.Headers.Location!.Query);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.NotEmpty(asked["code_challenge"].ToString());
        Assert.NotEmpty(asked["nonce"].ToString());
        Assert.Equal("openid", asked["scope"]);
    }

    [Theory]
    [InlineData("https://id.example.cn/", true, true)]
    [InlineData("http://127.0.0.1:5000/", true, false)]
    [InlineData("http://127.0.0.1:5000/", false, true)]
    [InlineData("http://id.example.cn/", false, false)]
    [InlineData("ftp://127.0.0.1/", false, false)]
    [InlineData("id.example.cn", false, false)]
    [InlineData("", false, false)]
    public void Authority_MustBeHttps_ButOnThisMachine(string address, bool https, bool usable)
    {
        var provider = new OutsideProvider.OutsideProvider
        {
            Name = GatewayWithProvider.Name,
            Authority = address,
            RequireHttps = https,
            ClientId = OutsideServer.ClientId,
            ClientSecret = OutsideServer.ClientSecret,
        };

        var trouble = Record.Exception(provider.MustBeUsable);

        Assert.Equal(usable, trouble is null);
    }

    [Fact]
    public async Task WayToSignIn_LinksNothing_AndWayToLinkSignsNobodyIn()
    {
        both.NextPerson();
        var (userName, password) = await _gateway.AccountAsync("departmentScorer", "ways-town");
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
        both.NextPerson();
        var (first, password) = await _gateway.AccountAsync("departmentScorer", "single-link-town");
        await LinkAsync(await SignedInAsync(_gateway, first, password));
        var (second, secondPassword) = await _gateway.AccountAsync(
            "departmentScorer",
            "single-link-town"
        );
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
        both.NextPerson();
        var (userName, password) = await _gateway.AccountAsync("departmentScorer", "still-town");
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
        both.NextPerson();
        var (userName, password) = await _gateway.AccountAsync(
            "departmentScorer",
            "disabled-outside-town"
        );
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
        var trusting = await OtherwiseAsync("SignIn:Provider:GivesSecondFactor", "true");
        try
        {
            trusting.NextPerson();
            var (userName, password) = await trusting.Gateway.AccountAsync(
                "departmentScorer",
                "trusting-town"
            );
            await LinkAsync(await SignedInAsync(trusting.Gateway, userName, password));
            var district = await trusting.Gateway.BrowserAsync();
            await ChangeAsync(district, userName, new { role = "financeApprover" });

            var signedIn = await FinishAsync(await FromOutsideAsync(trusting.Gateway));

            Assert.False((await JsonOf(signedIn))["mustEnrolSecondFactor"]!.GetValue<bool>());
        }
        finally
        {
            await trusting.DisposeAsync();
        }
    }

    [Fact]
    public async Task AnotherClaim_MayNameThePerson_ButMustBeThere()
    {
        var other = await OtherwiseAsync("SignIn:Provider:SubjectClaim", "number");
        try
        {
            other.NextPerson();
            var (userName, password) = await other.Gateway.AccountAsync(
                "departmentScorer",
                "number-town"
            );
            await LinkAsync(await SignedInAsync(other.Gateway, userName, password));
            var signedIn = await FinishAsync(await FromOutsideAsync(other.Gateway));
            Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);

            other.Outside.Spoils = token => SpoiltTokens.Remove(token, "number");
            var browser = other.Gateway.Stranger();
            var back = await GoOutAsync(browser, "/api/accounts/sign-in/provider");
            Assert.Equal(Refused, await ComeBackAsync(browser, back));
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task ProviderThatIsAway_LeadsBackToThePortal()
    {
        var other = await OtherwiseAsync("Ops:Every", "00:00:15");
        try
        {
            other.NextPerson();
            var waiting = other.Gateway.Stranger();
            var back = await GoOutAsync(waiting, "/api/accounts/sign-in/provider");
            await other.Outside.StopAsync();

            Assert.Equal(Refused, await ComeBackAsync(waiting, back));

            // A gateway that was started since has not read the discovery document yet.
            await other.Gateway.RestartAsync();
            var begun = await other.Gateway.Stranger().GetAsync("/api/accounts/sign-in/provider");
            Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
            Assert.Equal(Refused, begun.Headers.Location!.ToString());
        }
        finally
        {
            await other.DisposeAsync();
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
