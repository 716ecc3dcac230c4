using System.Net;
using System.Net.Http.Json;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>What keepers do to accounts that are there: change, disable, enable.</summary>
[Collection(OnGateway.Name)]
public sealed class KeptAccountsTest(GatewayServer gateway)
{
    private static Task<HttpResponseMessage> DoAsync(
        HttpClient keeper,
        string userName,
        string what
    ) => keeper.PostAsync($"/api/accounts/{userName}/{what}", content: null);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client) =>
        (await client.GetAsync("/api/accounts/me")).StatusCode;

    [Fact]
    public async Task DisabledAccount_IsOutAtOnce_AndBackWhenEnabled()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "disable-town");
        var session = await gateway.ProgramAsync(userName, password);
        var district = await gateway.BrowserAsync();

        Assert.Equal(
            HttpStatusCode.NoContent,
            (await DoAsync(district, userName, "disable")).StatusCode
        );

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(session));
        var credentials = new { userName, password };
        await RefusedAsync(
            await gateway.Stranger().PostAsJsonAsync("/api/accounts/sign-in", credentials),
            HttpStatusCode.Forbidden,
            "account-is-disabled"
        );
        await RefusedAsync(
            await gateway
                .Stranger()
                .PostAsJsonAsync(
                    "/api/accounts/sign-in",
                    new { userName, password = "not the password" }
                ),
            HttpStatusCode.Unauthorized,
            "user-name-or-password-is-wrong"
        );
        await RefusedAsync(
            await DoAsync(district, userName, "invitation"),
            HttpStatusCode.Conflict,
            "account-must-be-enabled"
        );

        await DoAsync(district, userName, "enable");

        await gateway.BrowserAsync(userName, password);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(session));
    }

    [Fact]
    public async Task DisabledBeforeItWasTakenUp_TheInvitationIsVoid()
    {
        var (userName, path) = await gateway.OpenAsync("leader", "untaken-town");
        var district = await gateway.BrowserAsync();
        await DoAsync(district, userName, "disable");
        await DoAsync(district, userName, "enable");

        await RefusedAsync(
            await gateway.AnswerToAsync(path!, "a sentence of one's own"),
            HttpStatusCode.NotFound,
            "invitation-is-not-valid"
        );
    }

    [Fact]
    public async Task NobodyDisablesTheOwnAccount()
    {
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", "own-end");
        var administrator = await gateway.BrowserAsync(userName, password);

        await RefusedAsync(
            await DoAsync(administrator, userName, "disable"),
            HttpStatusCode.Forbidden,
            "own-account-is-kept-by-others"
        );
        await RefusedAsync(
            await DoAsync(await gateway.BrowserAsync(), "district", "disable"),
            HttpStatusCode.Forbidden,
            "own-account-is-kept-by-others"
        );
    }

    [Fact]
    public async Task TownshipAdministrator_KeepsNoEqualAndNobodyElsewhere()
    {
        var (userName, password) = await gateway.AccountAsync(
            "townshipAdministrator",
            "equal-town"
        );
        var (equal, _) = await gateway.AccountAsync("townshipAdministrator", "equal-town");
        var (elsewhere, _) = await gateway.AccountAsync("departmentScorer", "unequal-town");
        var administrator = await gateway.BrowserAsync(userName, password);

        await RefusedAsync(
            await DoAsync(administrator, equal, "disable"),
            HttpStatusCode.Forbidden,
            "township-gives-only-its-own-roles"
        );
        await RefusedAsync(
            await DoAsync(administrator, elsewhere, "disable"),
            HttpStatusCode.NotFound,
            "not-found"
        );
        await RefusedAsync(
            await DoAsync(administrator, "district", "disable"),
            HttpStatusCode.NotFound,
            "not-found"
        );
    }

    [Fact]
    public async Task ChangedRole_EndsSessionsAndIsLogged()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "change-town");
        var session = await gateway.ProgramAsync(userName, password);
        var district = await gateway.BrowserAsync();

        var changed = await ChangeAsync(district, userName, DutyOf("area", area: "gj07"));

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(session));
        var again = await gateway.BrowserAsync(userName, password);
        var me = await JsonOf(await again.GetAsync("/api/accounts/me"));
        Assert.Equal("area", me["roles"]![0]!.GetValue<string>());
        Assert.Equal("change-town", me["township"]!["id"]!.GetValue<string>());
        var log = await JsonOf(await district.GetAsync($"/api/accounts/{userName}/log"));
        Assert.Equal(
            ["changed", "invitationAccepted", "invited", "opened"],
            log["items"]!.AsArray().Select(line => line!["event"]!.GetValue<string>())
        );
        Assert.Equal("area", log["items"]![0]!["details"]!.GetValue<string>());
        Assert.Equal("district", log["items"]![0]!["by"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("district", HttpStatusCode.UnprocessableEntity, "role-has-no-township")]
    [InlineData(
        "departmentScorer",
        HttpStatusCode.UnprocessableEntity,
        "department-scorer-needs-department"
    )]
    [InlineData("feed", HttpStatusCode.Conflict, "programs-and-people-stay-apart")]
    public async Task SenselessChange_IsRefused(string role, HttpStatusCode status, string code)
    {
        var (userName, _) = await gateway.AccountAsync("departmentScorer", "senseless-town");
        var district = await gateway.BrowserAsync();

        await RefusedAsync(await ChangeAsync(district, userName, new { role }), status, code);
    }

    [Fact]
    public async Task TownshipAdministrator_RaisesNobodyToItsOwnRank()
    {
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", "rank-town");
        var (lesser, _) = await gateway.AccountAsync("departmentScorer", "rank-town");
        var administrator = await gateway.BrowserAsync(userName, password);

        await RefusedAsync(
            await ChangeAsync(administrator, lesser, new { role = "townshipAdministrator" }),
            HttpStatusCode.Forbidden,
            "township-gives-only-its-own-roles"
        );
    }
}
