using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class AccountsTest(GatewayServer gateway)
{
    private async Task<HttpClient> AdministratorAsync(string township)
    {
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", township);
        return await gateway.BrowserAsync(userName, password);
    }

    private static object Wish(
        string role,
        string? township = null,
        string? department = null,
        string? area = null
    ) =>
        new
        {
            userName = $"wished-{Guid.NewGuid():N}",
            displayName = "某某",
            role,
            township,
            department,
            area,
        };

    [Fact]
    public async Task GeneratedPassword_SignsInAndIsHardToGuess()
    {
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", "generated");

        Assert.True(password.Length >= 16);
        Assert.DoesNotContain(password, letter => "0O1lI".Contains(letter));
        var me = await JsonOf(
            await (await gateway.BrowserAsync(userName, password)).GetAsync("/api/accounts/me")
        );
        Assert.Equal("generated", me["township"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task TownshipAdministrator_OpensAccountsInTheOwnTownship()
    {
        var administrator = await AdministratorAsync("own-town");

        var answer = await administrator.PostAsJsonAsync(
            "/api/accounts",
            Wish("departmentScorer", department: "党建办")
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var accounts = (await JsonOf(await administrator.GetAsync("/api/accounts"))).AsArray();
        Assert.Contains(
            accounts,
            account => account!["department"]?.GetValue<string>() == "党建办"
        );
        Assert.All(
            accounts,
            account => Assert.Equal("own-town", account!["township"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task TownshipAdministrator_OpensNoAccountsElsewhere()
    {
        var administrator = await AdministratorAsync("here-town");
        await gateway.TownshipAsync("there-town");

        await RefusedAsync(
            await administrator.PostAsJsonAsync(
                "/api/accounts",
                Wish("financePreparer", "there-town")
            ),
            HttpStatusCode.Forbidden,
            "account-belongs-to-another-township"
        );
    }

    [Theory]
    [InlineData("townshipAdministrator")]
    [InlineData("district")]
    [InlineData("ops")]
    public async Task TownshipAdministrator_GivesNoRoleAsHighAsTheOwn(string role)
    {
        var administrator = await AdministratorAsync("modest-town");

        await RefusedAsync(
            await administrator.PostAsJsonAsync("/api/accounts", Wish(role)),
            HttpStatusCode.Forbidden,
            "township-gives-only-its-own-roles"
        );
    }

    [Fact]
    public async Task TownshipAdministrator_SeesNoAccountsElsewhereEvenWhenAsking()
    {
        await gateway.AccountAsync("financePreparer", "hidden-town");
        var administrator = await AdministratorAsync("curious-town");

        var accounts = await JsonOf(
            await administrator.GetAsync("/api/accounts?township=hidden-town")
        );

        Assert.All(
            accounts.AsArray(),
            account => Assert.Equal("curious-town", account!["township"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task TownshipAdministrator_ResetsNoPasswordElsewhere()
    {
        var (userName, password) = await gateway.AccountAsync("financePreparer", "far-town");
        var administrator = await AdministratorAsync("near-town");

        var answer = await administrator.PostAsync(
            $"/api/accounts/{userName}/password-reset",
            content: null
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await gateway.BrowserAsync(userName, password);
    }

    [Fact]
    public async Task ResetPassword_ReplacesTheOldOneAndEndsSessions()
    {
        var (userName, password) = await gateway.AccountAsync("financePreparer", "reset-town");
        var session = await gateway.ProgramAsync(userName, password);
        var district = await gateway.BrowserAsync();

        var answer = await district.PostAsync(
            $"/api/accounts/{userName}/password-reset",
            content: null
        );

        var next = (await JsonOf(answer))["password"]!.GetValue<string>();
        Assert.NotEqual(password, next);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await session.GetAsync("/api/accounts/me")).StatusCode
        );
        await gateway.BrowserAsync(userName, next);
    }

    [Fact]
    public async Task ResetPassword_UnlocksTheAccount()
    {
        var (userName, _) = await gateway.AccountAsync("financePreparer", "unlock-town");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await gateway
                .Stranger()
                .PostAsJsonAsync(
                    "/api/accounts/sign-in",
                    new { userName, password = "not the password" }
                );
        }

        var district = await gateway.BrowserAsync();
        var reset = await JsonOf(
            await district.PostAsync($"/api/accounts/{userName}/password-reset", content: null)
        );

        await gateway.BrowserAsync(userName, reset["password"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("departmentScorer")]
    [InlineData("area")]
    [InlineData("financePreparer")]
    public async Task LesserRole_KeepsNoAccounts(string role)
    {
        var (userName, password) = await gateway.AccountAsync(
            role,
            "lesser-town",
            "党建办",
            "gj01"
        );
        var browser = await gateway.BrowserAsync(userName, password);

        await RefusedAsync(
            await browser.GetAsync("/api/accounts"),
            HttpStatusCode.Forbidden,
            "not-permitted"
        );
    }

    [Fact]
    public async Task TownshipAdministrator_EntersNoTownships()
    {
        var administrator = await AdministratorAsync("single-town");

        await RefusedAsync(
            await administrator.PostAsJsonAsync(
                "/api/townships",
                new { id = "second-town", name = "第二镇" }
            ),
            HttpStatusCode.Forbidden,
            "not-permitted"
        );
    }

    [Theory]
    [MemberData(nameof(SenselessWishes))]
    public async Task SenselessAccount_IsRefused(
        JsonObject wish,
        HttpStatusCode status,
        string code
    )
    {
        await gateway.TownshipAsync("sense-town");
        var district = await gateway.BrowserAsync();

        await RefusedAsync(await district.PostAsJsonAsync("/api/accounts", wish), status, code);
    }

    public static TheoryData<JsonObject, HttpStatusCode, string> SenselessWishes() =>
        new()
        {
            {
                One("带空格 的", "financePreparer", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "user-name-is-malformed"
            },
            { One("DISTRICT", "ops", null), HttpStatusCode.Conflict, "user-name-is-taken" },
            {
                One("sense-1", "king", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "role-is-unknown"
            },
            {
                One("sense-2", "financePreparer", null),
                HttpStatusCode.UnprocessableEntity,
                "role-needs-township"
            },
            {
                One("sense-3", "district", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "role-has-no-township"
            },
            {
                One("sense-4", "financePreparer", "no-such-town"),
                HttpStatusCode.UnprocessableEntity,
                "township-is-unknown"
            },
            {
                One("sense-5", "departmentScorer", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "department-scorer-needs-department"
            },
            {
                One("sense-6", "area", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "area-account-needs-area"
            },
        };

    private static JsonObject One(string userName, string role, string? township) =>
        new()
        {
            ["userName"] = userName,
            ["displayName"] = "某某",
            ["role"] = role,
            ["township"] = township,
        };

    [Fact]
    public async Task SameTownshipTwice_IsRefused()
    {
        var district = await gateway.BrowserAsync();
        await gateway.TownshipAsync("twice-town");

        await RefusedAsync(
            await district.PostAsJsonAsync(
                "/api/townships",
                new { id = "twice-town", name = "又一镇" }
            ),
            HttpStatusCode.Conflict,
            "township-is-entered-already"
        );
    }
}
