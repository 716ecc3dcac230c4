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

    private static object Asked(
        string role,
        string? township = null,
        string? department = null,
        string? area = null
    ) =>
        new
        {
            userName = $"wished-{Guid.NewGuid():N}",
            displayName = "某某",
            duties = new[] { DutyOf(role, department, area) },
            township,
        };

    [Fact]
    public async Task ScorerOfTwoDepartments_IsOneOfBothInTheTicketToo()
    {
        var administrator = await AdministratorAsync("both-town");
        var opened = await JsonOf(
            await administrator.PostAsJsonAsync(
                "/api/accounts",
                new
                {
                    userName = "both-scorer",
                    displayName = "党建办、社建办",
                    duties = new[]
                    {
                        new
                        {
                            role = "departmentScorer",
                            departments = new[] { "党建办", " 社建办", "党建办", "" },
                        },
                    },
                }
            )
        );
        await gateway.AcceptAsync(PathOf(opened), "a sentence of both");
        var scorer = await gateway.BrowserAsync("both-scorer", "a sentence of both");

        await scorer.GetAsync("/api/scoring/by-both");

        var me = await JsonOf(await scorer.GetAsync("/api/accounts/me"));
        Assert.Equal(
            ["党建办", "社建办"],
            me["duties"]![0]!["departments"]!.AsArray().Select(name => name!.GetValue<string>())
        );
        Assert.Equal(
            ["党建办", "社建办"],
            gateway
                .Service.Arrivals.Single(arrival => arrival.Path == "/api/scoring/by-both")
                .Caller.FindAll("department")
                .Select(claim => claim.Value)
        );
    }

    private static string PathOf(JsonNode opened) =>
        opened["invitation"]!["path"]!.GetValue<string>();

    [Fact]
    public async Task TownshipAdministrator_OpensAccountsInTheOwnTownship()
    {
        var administrator = await AdministratorAsync("own-town");

        var answer = await administrator.PostAsJsonAsync(
            "/api/accounts",
            Asked("departmentScorer", department: "党建办")
        );

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var accounts = (await JsonOf(await administrator.GetAsync("/api/accounts"))).AsArray();
        Assert.Contains(
            accounts,
            account =>
                account!["duties"]!
                    .AsArray()
                    .SelectMany(duty => duty!["departments"]!.AsArray())
                    .Any(name => name!.ToString() == "党建办")
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
            await administrator.PostAsJsonAsync("/api/accounts", Asked("leader", "there-town")),
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
            await administrator.PostAsJsonAsync("/api/accounts", Asked(role)),
            HttpStatusCode.Forbidden,
            "township-gives-only-its-own-roles"
        );
    }

    [Fact]
    public async Task TownshipAdministrator_SeesNoAccountsElsewhereEvenWhenAsking()
    {
        await gateway.AccountAsync("departmentScorer", "hidden-town");
        var administrator = await AdministratorAsync("curious-town");

        var accounts = await JsonOf(
            await administrator.GetAsync("/api/accounts?township=hidden-town")
        );

        Assert.All(
            accounts.AsArray(),
            account => Assert.Equal("curious-town", account!["township"]!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("departmentScorer")]
    [InlineData("area")]
    [InlineData("leader")]
    public async Task LesserRole_KeepsNoAccounts(string role)
    {
        var browser = await SignedInAs.RoleAsync(gateway, role, "lesser-town");

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
    [MemberData(nameof(SenselessRequests))]
    public async Task SenselessAccount_IsRefused(
        JsonObject request,
        HttpStatusCode status,
        string code
    )
    {
        await gateway.TownshipAsync("sense-town");
        var district = await gateway.BrowserAsync();

        await RefusedAsync(await district.PostAsJsonAsync("/api/accounts", request), status, code);
    }

    public static TheoryData<JsonObject, HttpStatusCode, string> SenselessRequests() =>
        new()
        {
            {
                One("带空格 的", "leader", "sense-town"),
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
                One("sense-2", "leader", null),
                HttpStatusCode.UnprocessableEntity,
                "role-needs-township"
            },
            {
                One("sense-3", "district", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "role-has-no-township"
            },
            {
                One("sense-4", "leader", "no-such-town"),
                HttpStatusCode.UnprocessableEntity,
                "township-is-unknown"
            },
            {
                One("sense-5", "departmentScorer", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "department-scorer-needs-department"
            },
            { One("me", "leader", "sense-town"), HttpStatusCode.Conflict, "user-name-is-taken" },
            {
                One("sense-7", "surveyor", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "surveyor-needs-campaign"
            },
            {
                One("sense-8", "surveyor", "sense-town", "campaigns", "the spring one"),
                HttpStatusCode.UnprocessableEntity,
                "campaign-id-is-malformed"
            },
            {
                One("sense-9", "departmentScorer", "sense-town", "departments", new('某', 51)),
                HttpStatusCode.UnprocessableEntity,
                "duty-is-too-long"
            },
            {
                One("sense-6", "area", "sense-town"),
                HttpStatusCode.UnprocessableEntity,
                "area-account-needs-area"
            },
        };

    private static JsonObject One(
        string userName,
        string role,
        string? township,
        string names = "departments",
        string? name = null
    ) =>
        new()
        {
            ["userName"] = userName,
            ["displayName"] = "某某",
            ["township"] = township,
            ["duties"] = new JsonArray(
                new JsonObject
                {
                    ["role"] = role,
                    [names] = name is null ? null : new JsonArray(name),
                }
            ),
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
