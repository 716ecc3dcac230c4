using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>One account with several duties (职责): which go together, who gives them, and what becomes of them in a ticket.</summary>
[Collection(OnGateway.Name)]
public sealed class DutiesTest(GatewayServer gateway)
{
    private static readonly object s_scorerOfTwo = new
    {
        role = "departmentScorer",
        departments = new[] { "党建办", "社建办" },
    };

    private static readonly object s_signsForAThird = new
    {
        role = "leader",
        departments = new[] { "平安办" },
    };

    private static object Asked(
        string userName,
        string? township,
        string? staff,
        params object[] duties
    ) =>
        new
        {
            userName,
            displayName = "某某",
            township,
            staff,
            duties,
        };

    private async Task<HttpResponseMessage> OpenAsync(object asked) =>
        await (await gateway.BrowserAsync()).PostAsJsonAsync("/api/accounts", asked);

    private async Task<HttpClient> TakenUpAsync(HttpResponseMessage opened)
    {
        var account = await JsonOf(opened);
        await gateway.AcceptAsync(
            account["invitation"]!["path"]!.GetValue<string>(),
            "a sentence of several duties"
        );
        return await gateway.BrowserAsync(
            account["userName"]!.GetValue<string>(),
            "a sentence of several duties"
        );
    }

    [Fact]
    public async Task ScorerOfTwoWhoSignsForAThird_HasBothApartInTheTicket()
    {
        await gateway.TownshipAsync("duties-town");
        var browser = await TakenUpAsync(
            await OpenAsync(
                Asked("duties-both", "duties-town", " p07 ", s_signsForAThird, s_scorerOfTwo)
            )
        );
        await EnrolAsync(browser);

        await browser.GetAsync("/api/scoring/by-several");

        var caller = gateway
            .Service.Arrivals.Single(arrival => arrival.Path == "/api/scoring/by-several")
            .Caller;
        Assert.Equal(["departmentScorer", "leader"], Values("role"));
        Assert.Equal(["党建办", "社建办"], Values("department"));
        Assert.Equal(["平安办"], Values("signs"));
        Assert.Equal(["p07"], Values("staff"));
        var me = await JsonOf(await browser.GetAsync("/api/accounts/me"));
        Assert.Equal(["departmentScorer", "leader"], Texts(me["roles"]!));
        Assert.Equal("p07", me["staff"]!.GetValue<string>());
        Assert.Equal(["平安办"], Texts(me["duties"]![1]!["departments"]!));

        IEnumerable<string> Values(string type) =>
            caller.FindAll(type).Select(claim => claim.Value);
    }

    private static IEnumerable<string> Texts(JsonNode texts) =>
        texts.AsArray().Select(text => text!.GetValue<string>());

    [Theory]
    [InlineData("leader", true)]
    [InlineData("financePreparer", true)]
    [InlineData("financeApprover", true)]
    [InlineData("departmentScorer", false)]
    [InlineData("area", false)]
    [InlineData("townshipAdministrator", false)]
    public async Task SecondFactor_IsAskedOfWhoHasADutyThatNeedsOne(string role, bool needed)
    {
        await gateway.TownshipAsync("factor-town");
        var browser = await TakenUpAsync(
            await OpenAsync(
                Asked(
                    $"factor-{role}",
                    "factor-town",
                    staff: null,
                    role == "departmentScorer"
                        ? [DutyOf(role)]
                        : [DutyOf("departmentScorer"), DutyOf(role, area: "gj01")]
                )
            )
        );

        var answer = await browser.GetAsync($"/api/scoring/factor-{role}");

        if (needed)
        {
            await RefusedAsync(answer, HttpStatusCode.Forbidden, "second-factor-must-be-enrolled");
        }
        else
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    public static TheoryData<string[], string> Refused() =>
        new()
        {
            { [], "account-needs-duty" },
            { ["leader", "leader"], "duty-must-be-given-once" },
            { ["feed", "area"], "program-must-have-no-other-duty" },
            { ["leader", "surveyor"], "surveyor-must-stay-independent" },
            {
                ["financePreparer", "leader", "financeApprover"],
                "payout-must-be-approved-by-another"
            },
            { ["district", "leader"], "role-has-no-township" },
            { ["area", "area", "area", "area", "area", "area"], "account-has-too-many-duties" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task DutiesThatDoNotGoTogether_AreRefused(string[] roles, string code)
    {
        await gateway.TownshipAsync("apart-duties");

        await RefusedAsync(
            await OpenAsync(
                Asked(
                    "apart-duties-1",
                    "apart-duties",
                    staff: null,
                    [.. roles.Select(role => DutyOf(role, area: "gj01"))]
                )
            ),
            HttpStatusCode.UnprocessableEntity,
            code
        );
    }

    [Theory]
    [InlineData("district", "ops", "district-must-have-no-other-duty")]
    [InlineData("ops", "ops", "duty-must-be-given-once")]
    public async Task DutiesOutsideTownships_StandAlone(string one, string other, string code) =>
        await RefusedAsync(
            await OpenAsync(
                Asked("apart-duties-2", null, null, new { role = one }, new { role = other })
            ),
            HttpStatusCode.UnprocessableEntity,
            code
        );

    [Fact]
    public async Task AllThatGoTogether_AreOneAccount()
    {
        await gateway.TownshipAsync("all-duties");

        var opened = await OpenAsync(
            Asked(
                "all-duties-1",
                "all-duties",
                staff: null,
                DutyOf("townshipAdministrator"),
                s_scorerOfTwo,
                s_signsForAThird,
                DutyOf("area", area: "gj01"),
                DutyOf("financePreparer")
            )
        );

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task ChangedDuties_TakeThePlaceOfTheFormerOnes()
    {
        await gateway.TownshipAsync("swap-town");
        await OpenAsync(Asked("swap-1", "swap-town", null, s_scorerOfTwo, s_signsForAThird));
        var district = await gateway.BrowserAsync();

        var changed = await ChangeAsync(
            district,
            "swap-1",
            new { role = "departmentScorer", departments = new[] { "安监办" } },
            DutyOf("area", area: "gj02")
        );

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        var duties = (await JsonOf(await district.GetAsync("/api/accounts/swap-1")))["duties"]!;
        Assert.Equal(
            ["departmentScorer", "area"],
            duties.AsArray().Select(duty => duty!["role"]!.GetValue<string>())
        );
        Assert.Equal(["安监办"], Texts(duties[0]!["departments"]!));
        Assert.Equal("gj02", duties[1]!["area"]!.GetValue<string>());
        var log = await JsonOf(await district.GetAsync("/api/accounts/swap-1/log"));
        Assert.Equal("departmentScorer,area", log["items"]![0]!["details"]!.GetValue<string>());
    }

    [Fact]
    public async Task TownshipAdministrator_NeitherGivesNorTouchesADutyBeyondItsPower()
    {
        var (userName, password) = await gateway.AccountAsync(
            "townshipAdministrator",
            "power-town"
        );
        var administrator = await gateway.BrowserAsync(userName, password);
        await OpenAsync(
            Asked("power-1", "power-town", null, s_scorerOfTwo, DutyOf("townshipAdministrator"))
        );
        await OpenAsync(Asked("power-2", "power-town", null, s_scorerOfTwo));

        // One of the duties is the administrator's own; that the other is not, does not help.
        foreach (
            var answer in new[]
            {
                await ChangeAsync(administrator, "power-1", s_scorerOfTwo),
                await administrator.PostAsync("/api/accounts/power-1/disable", content: null),
                await administrator.PostAsync("/api/accounts/power-1/invitation", content: null),
                await ChangeAsync(
                    administrator,
                    "power-2",
                    s_scorerOfTwo,
                    DutyOf("townshipAdministrator")
                ),
                await administrator.PostAsJsonAsync(
                    "/api/accounts",
                    Asked("power-3", null, null, s_scorerOfTwo, DutyOf("townshipAdministrator"))
                ),
            }
        )
        {
            await RefusedAsync(
                answer,
                HttpStatusCode.Forbidden,
                "township-gives-only-its-own-roles"
            );
        }

        Assert.Equal(
            HttpStatusCode.NoContent,
            (
                await ChangeAsync(administrator, "power-2", s_scorerOfTwo, s_signsForAThird)
            ).StatusCode
        );
    }

    [Fact]
    public async Task StaffRecord_HasOneAccountInItsTownship()
    {
        await gateway.TownshipAsync("staff-town");
        await gateway.TownshipAsync("staff-elsewhere");
        Assert.Equal(
            HttpStatusCode.OK,
            (await OpenAsync(Asked("staff-1", "staff-town", "p01", s_scorerOfTwo))).StatusCode
        );

        await RefusedAsync(
            await OpenAsync(Asked("staff-2", "staff-town", "p01", s_scorerOfTwo)),
            HttpStatusCode.Conflict,
            "staff-record-has-account"
        );
        // Elsewhere it is another's; and those without a record are as many as there are.
        foreach (
            var asked in new[]
            {
                Asked("staff-3", "staff-elsewhere", "p01", s_scorerOfTwo),
                Asked("staff-4", "staff-town", null, s_scorerOfTwo),
                Asked("staff-5", "staff-town", " ", s_scorerOfTwo),
            }
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await OpenAsync(asked)).StatusCode);
        }

        await RefusedAsync(
            await ChangeAsync(
                await gateway.BrowserAsync(),
                "staff-4",
                "*",
                new
                {
                    displayName = "某某",
                    staff = "p01",
                    duties = new[] { s_scorerOfTwo },
                }
            ),
            HttpStatusCode.Conflict,
            "staff-record-has-account"
        );
    }

    [Fact]
    public async Task StaffRecordAskedForTwiceAtOnce_HasOneAccount()
    {
        await gateway.TownshipAsync("rush-town");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(number =>
                    OpenAsync(Asked($"rush-{number}", "rush-town", "p01", s_scorerOfTwo))
                )
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "staff-id-is-malformed")]
    public async Task StaffId_IsAsLongAsTheRegisterHasIt(int letters, string? code)
    {
        await gateway.TownshipAsync("long-staff");
        var answer = await OpenAsync(
            Asked($"long-staff-{letters}", "long-staff", new string('p', letters), s_scorerOfTwo)
        );

        if (code is null)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        else
        {
            await RefusedAsync(answer, HttpStatusCode.UnprocessableEntity, code);
        }
    }

    [Fact]
    public async Task AccountOutsideTownships_HasNoStaffRecord() =>
        await RefusedAsync(
            await OpenAsync(Asked("staff-ops", null, "p01", new { role = "ops" })),
            HttpStatusCode.UnprocessableEntity,
            "staff-record-needs-township"
        );
}
