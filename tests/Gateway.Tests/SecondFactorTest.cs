extern alias Demo;

using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Gateway.Storage;
using Demo::Assessment.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class SecondFactorTest(GatewayServer gateway)
{
    private Task<HttpResponseMessage> SignInAsync(
        string userName,
        string password,
        string? code = null,
        string? recoveryCode = null
    ) =>
        gateway
            .Stranger()
            .PostAsJsonAsync(
                "/api/accounts/sign-in",
                new
                {
                    userName,
                    password,
                    code,
                    recoveryCode,
                }
            );

    private static Task<string> CodeAsync(Authenticator phone) =>
        phone.NextCodeAsync(CancellationToken.None);

    private async Task<(string UserName, string Password, Authenticator Phone)> EnrolledAsync(
        string role,
        string? township
    )
    {
        var (userName, password) = await gateway.AccountAsync(role, township);
        var phone = await EnrolAsync(await gateway.BrowserAsync(userName, password));
        return (userName, password, phone);
    }

    [Theory]
    [InlineData("district", null)]
    [InlineData("ops", null)]
    [InlineData("financePreparer", "factor-town")]
    [InlineData("financeApprover", "factor-town")]
    public async Task RoleThatNeedsIt_MayOnlyEnrolBefore(string role, string? township)
    {
        var (userName, password) = await gateway.AccountAsync(role, township);
        var browser = await gateway.BrowserAsync(userName, password);
        var program = await gateway.ProgramAsync(userName, password);

        foreach (var client in new[] { browser, program })
        {
            var me = await JsonOf(await client.GetAsync("/api/accounts/me"));
            Assert.True(me["mustEnrolSecondFactor"]!.GetValue<bool>());
            foreach (
                var path in new[]
                {
                    "/api/payout/sheets",
                    "/api/scoring/before-enrolment",
                    "/api/accounts",
                    "/api/accounts/me/sessions",
                }
            )
            {
                await RefusedAsync(
                    await client.GetAsync(path),
                    HttpStatusCode.Forbidden,
                    "second-factor-must-be-enrolled"
                );
            }

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/s/any-link")).StatusCode);
        }

        Assert.DoesNotContain(
            gateway.Service.Arrivals,
            arrival => arrival.Path == "/api/scoring/before-enrolment"
        );

        await EnrolAsync(browser);

        Assert.Equal(
            HttpStatusCode.OK,
            (await browser.GetAsync("/api/scoring/after-enrolment")).StatusCode
        );
        // The program's session was begun with the password alone.
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await program.GetAsync("/api/accounts/me")).StatusCode
        );
    }

    [Fact]
    public async Task OtherRoles_NeedNoneButMayHaveOne()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "choice-town");
        var browser = await gateway.BrowserAsync(userName, password);
        var before = await JsonOf(await browser.GetAsync("/api/accounts/me"));
        Assert.False(before["mustEnrolSecondFactor"]!.GetValue<bool>());

        await EnrolAsync(browser);

        await RefusedAsync(
            await SignInAsync(userName, password),
            HttpStatusCode.Unauthorized,
            "second-factor-is-needed"
        );
    }

    [Fact]
    public async Task EnrolledAccount_SignsInWithACodeOnlyOnce()
    {
        var (userName, password, phone) = await EnrolledAsync("financeApprover", "once-town");

        var code = await CodeAsync(phone);
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync(userName, password, code)).StatusCode);

        await RefusedAsync(
            await SignInAsync(userName, password, code),
            HttpStatusCode.Unauthorized,
            "second-factor-is-wrong"
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await SignInAsync(userName, password, await CodeAsync(phone))).StatusCode
        );
    }

    [Fact]
    public async Task PresentedCodeTwiceAtOnce_IsAcceptedOnce()
    {
        var (userName, password, phone) = await EnrolledAsync("financeApprover", "twice-at-once");
        var code = await CodeAsync(phone);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => SignInAsync(userName, password, code))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Token_NeedsTheCodeToo()
    {
        var (userName, password, phone) = await EnrolledAsync("financeApprover", "token-town");

        await RefusedAsync(
            await gateway
                .Stranger()
                .PostAsJsonAsync("/api/accounts/token", new { userName, password }),
            HttpStatusCode.Unauthorized,
            "second-factor-is-needed"
        );

        var program = await gateway.ProgramAsync(userName, password, await CodeAsync(phone));
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/accounts/me")).StatusCode);
    }

    [Fact]
    public async Task FiveWrongCodes_LockTheAccountThoughThePasswordWasRight()
    {
        var (userName, password, phone) = await EnrolledAsync("financeApprover", "guess-town");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await RefusedAsync(
                await SignInAsync(userName, password, "x23456"),
                HttpStatusCode.Unauthorized,
                "second-factor-is-wrong"
            );
        }

        await RefusedAsync(
            await SignInAsync(userName, password, await CodeAsync(phone)),
            HttpStatusCode.Forbidden,
            "account-is-locked"
        );
    }

    [Fact]
    public async Task RecoveryCode_SignsInOnce()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "recovery-town");
        var browser = await gateway.BrowserAsync(userName, password);
        var phone = await EnrolAsync(browser);
        var codes = await JsonOf(
            await browser.PostAsJsonAsync(
                "/api/accounts/me/second-factor/recovery-codes",
                new { code = await CodeAsync(phone) }
            )
        );
        var recovery = codes["codes"]!.AsArray().Select(code => code!.GetValue<string>()).ToList();
        Assert.Equal(10, recovery.Distinct().Count());

        Assert.Equal(
            HttpStatusCode.OK,
            (
                await SignInAsync(userName, password, recoveryCode: recovery[3].ToLowerInvariant())
            ).StatusCode
        );
        await RefusedAsync(
            await SignInAsync(userName, password, recoveryCode: recovery[3]),
            HttpStatusCode.Unauthorized,
            "second-factor-is-wrong"
        );
        var state = await JsonOf(await browser.GetAsync("/api/accounts/me/second-factor"));
        Assert.Equal(9, state["recoveryCodesLeft"]!.GetValue<int>());
    }

    [Fact]
    public async Task KeyThatWasNotConfirmed_AsksForNoCode()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "half-town");
        var browser = await gateway.BrowserAsync(userName, password);
        var begun = await JsonOf(
            await browser.PostAsync("/api/accounts/me/second-factor", content: null)
        );
        Assert.StartsWith("otpauth://totp/", begun["uri"]!.GetValue<string>());
        Assert.Contains($"secret={begun["key"]}&", begun["uri"]!.GetValue<string>());
        Assert.StartsWith("<svg", begun["qrCode"]!.GetValue<string>());

        await RefusedAsync(
            await browser.PostAsJsonAsync(
                "/api/accounts/me/second-factor/confirm",
                new { code = "x23456" }
            ),
            HttpStatusCode.UnprocessableEntity,
            "second-factor-code-is-wrong"
        );

        await gateway.BrowserAsync(userName, password);
    }

    [Fact]
    public async Task OwnFactor_IsRemovedOnlyWithACode()
    {
        var (userName, password, phone) = await EnrolledAsync("financePreparer", "remove-town");
        var browser = await gateway.BrowserAsync(userName, password, await CodeAsync(phone));

        await RefusedAsync(
            await browser.PostAsJsonAsync("/api/accounts/me/second-factor/remove", new { }),
            HttpStatusCode.UnprocessableEntity,
            "second-factor-code-is-wrong"
        );
        await RefusedAsync(
            await browser.PostAsync("/api/accounts/me/second-factor", content: null),
            HttpStatusCode.Conflict,
            "second-factor-is-enrolled-already"
        );

        var removed = await browser.PostAsJsonAsync(
            "/api/accounts/me/second-factor/remove",
            new { code = await CodeAsync(phone) }
        );

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        await RefusedAsync(
            await browser.GetAsync("/api/scoring/without-factor"),
            HttpStatusCode.Forbidden,
            "second-factor-must-be-enrolled"
        );
    }

    [Fact]
    public async Task KeeperRemovesALostFactor_SessionsEndAndItIsLogged()
    {
        var (userName, password, phone) = await EnrolledAsync("financeApprover", "lost-town");
        var session = await gateway.BrowserAsync(userName, password, await CodeAsync(phone));
        var (keeper, keepersPassword) = await gateway.AccountAsync(
            "townshipAdministrator",
            "lost-town"
        );
        var administrator = await gateway.BrowserAsync(keeper, keepersPassword);

        var removed = await administrator.DeleteAsync($"/api/accounts/{userName}/second-factor");

        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await session.GetAsync("/api/accounts/me")).StatusCode
        );
        var log = await JsonOf(await administrator.GetAsync($"/api/accounts/{userName}/log"));
        var last = log["items"]![0]!;
        Assert.Equal("secondFactorRemoved", last["event"]!.GetValue<string>());
        Assert.Equal(keeper, last["by"]!.GetValue<string>());
        var again = await gateway.BrowserAsync(userName, password);
        var me = await JsonOf(await again.GetAsync("/api/accounts/me"));
        Assert.True(me["mustEnrolSecondFactor"]!.GetValue<bool>());
    }

    [Fact]
    public async Task KeeperElsewhere_RemovesNoFactor()
    {
        var (userName, _, _) = await EnrolledAsync("financeApprover", "kept-town");
        var (keeper, password) = await gateway.AccountAsync("townshipAdministrator", "other-town");
        var administrator = await gateway.BrowserAsync(keeper, password);

        await RefusedAsync(
            await administrator.DeleteAsync($"/api/accounts/{userName}/second-factor"),
            HttpStatusCode.NotFound,
            "not-found"
        );
    }

    [Fact]
    public async Task KeysAndRecoveryCodes_AreUnreadableInTheDatabase()
    {
        var (userName, _, phone) = await EnrolledAsync("departmentScorer", "sealed-town");
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();

        var account = await db.Users.SingleAsync(account => account.UserName == userName);
        var kept = await db.UserTokens.Where(token => token.UserId == account.Id).ToListAsync();

        Assert.Equal(2, kept.Count);
        Assert.All(kept, token => Assert.StartsWith("CfDJ8", token.Value));
        Assert.All(kept, token => Assert.DoesNotContain(phone.Key, token.Value!));
    }
}
