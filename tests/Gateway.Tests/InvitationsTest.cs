using System.Net;
using System.Net.Http.Json;
using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class InvitationsTest(GatewayServer gateway)
{
    private const string Password = "a sentence of one's own";

    private async Task<string> InviteAgainAsync(string userName, HttpClient? keeper = null)
    {
        keeper ??= await gateway.BrowserAsync();
        var answer = await keeper.PostAsync($"/api/accounts/{userName}/invitation", content: null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await JsonOf(answer))["path"]!.GetValue<string>();
    }

    private Task<HttpResponseMessage> ReadAsync(string path) =>
        gateway
            .Stranger()
            .GetAsync(
                "/api/accounts"
                    + path.Replace("/invitation/", "/invitations/", StringComparison.Ordinal)
            );

    [Fact]
    public async Task Invitation_SaysWhoseItIsAndSetsThePasswordOnce()
    {
        var (userName, path) = await gateway.OpenAsync("financeApprover", "invite-town");

        var invitation = await JsonOf(await ReadAsync(path!));
        Assert.Equal(userName, invitation["userName"]!.GetValue<string>());
        Assert.Equal("某某", invitation["displayName"]!.GetValue<string>());
        Assert.True(invitation["secondFactorRequired"]!.GetValue<bool>());

        await gateway.AcceptAsync(path!, Password);

        await gateway.BrowserAsync(userName, Password);
        var again = await gateway.AnswerToAsync(path!, "another sentence of mine");
        await RefusedAsync(again, HttpStatusCode.NotFound, "invitation-is-not-valid");
        await gateway.BrowserAsync(userName, Password);
    }

    [Fact]
    public async Task TwoWhoAcceptAtOnce_AreNotBothHeard()
    {
        var (_, path) = await gateway.OpenAsync("leader", "race-town");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => gateway.AnswerToAsync(path!, $"a sentence of number {number}"))
        );

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task UsedExpiredVoidAndUnknownLinks_AreAnsweredAlike()
    {
        var (_, used) = await gateway.OpenAsync("leader", "alike-links-town");
        await gateway.AcceptAsync(used!, Password);
        var (late, expired) = await gateway.OpenAsync("leader", "alike-links-town");
        await ExpireAsync(late);
        var (voided, old) = await gateway.OpenAsync("leader", "alike-links-town");
        await InviteAgainAsync(voided);

        foreach (var path in new[] { used!, expired!, old!, "/invitation/nobody-made-this" })
        {
            await RefusedAsync(
                await ReadAsync(path),
                HttpStatusCode.NotFound,
                "invitation-is-not-valid"
            );
            await RefusedAsync(
                await gateway.AnswerToAsync(path, Password),
                HttpStatusCode.NotFound,
                "invitation-is-not-valid"
            );
        }
    }

    [Fact]
    public async Task UnfitPassword_LeavesTheLinkGood()
    {
        var (userName, path) = await gateway.OpenAsync("leader", "unfit-town");

        await RefusedAsync(
            await gateway.AnswerToAsync(path!, "1234567890"),
            HttpStatusCode.UnprocessableEntity,
            "password-is-common"
        );
        await RefusedAsync(
            await gateway.AnswerToAsync(path!, userName),
            HttpStatusCode.UnprocessableEntity,
            "password-contains-user-name"
        );

        await gateway.AcceptAsync(path!, Password);
    }

    [Fact]
    public async Task InvitedAgain_OldPasswordAndSessionsEndAtOnce()
    {
        var (userName, password) = await gateway.AccountAsync("departmentScorer", "again-town");
        var session = await gateway.ProgramAsync(userName, password);

        var path = await InviteAgainAsync(userName);

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await session.GetAsync("/api/accounts/me")).StatusCode
        );
        await RefusedAsync(
            await gateway
                .Stranger()
                .PostAsJsonAsync("/api/accounts/sign-in", new { userName, password }),
            HttpStatusCode.Unauthorized,
            "user-name-or-password-is-wrong"
        );
        await gateway.AcceptAsync(path, Password);
        await gateway.BrowserAsync(userName, Password);
    }

    [Fact]
    public async Task InvitedAgain_UnlocksTheAccount()
    {
        var (userName, _) = await gateway.AccountAsync("departmentScorer", "unlock-town");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await gateway
                .Stranger()
                .PostAsJsonAsync(
                    "/api/accounts/sign-in",
                    new { userName, password = "not the password" }
                );
        }

        await gateway.AcceptAsync(await InviteAgainAsync(userName), Password);

        await gateway.BrowserAsync(userName, Password);
    }

    [Fact]
    public async Task TownshipAdministrator_InvitesNobodyElsewhereAndNotItself()
    {
        var (far, _) = await gateway.AccountAsync("departmentScorer", "far-town");
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", "near-town");
        var administrator = await gateway.BrowserAsync(userName, password);

        await RefusedAsync(
            await administrator.PostAsync($"/api/accounts/{far}/invitation", content: null),
            HttpStatusCode.NotFound,
            "not-found"
        );
        await RefusedAsync(
            await administrator.PostAsync($"/api/accounts/{userName}/invitation", content: null),
            HttpStatusCode.Forbidden,
            "own-account-is-kept-by-others"
        );
    }

    [Fact]
    public async Task OfALink_OnlyADigestIsKept()
    {
        var (_, path) = await gateway.OpenAsync("leader", "digest-town");
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();

        var secret = path!.Split('/')[^1];
        Assert.All(
            await db.Invitations.ToListAsync(),
            invitation => Assert.DoesNotContain(secret, invitation.TokenDigest)
        );
        Assert.True(secret.Length >= 43);
    }

    private async Task ExpireAsync(string userName)
    {
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var account = await db.Users.SingleAsync(account => account.UserName == userName);
        var past = DateTimeOffset.UtcNow.AddSeconds(-1);
        await db
            .Invitations.Where(invitation => invitation.Account == account.Id)
            .ExecuteUpdateAsync(change =>
                change.SetProperty(invitation => invitation.ExpiresAt, past)
            );
    }
}
