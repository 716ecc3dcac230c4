using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Gateway.ApiKeys;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.Storage;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Gateway.Tests;

/// <summary>待办 of the accounts: invitations that ended or are about to, programs without a key.</summary>
[Collection(OnGateway.Name)]
public sealed class WorkTest(GatewayServer gateway)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Invitation_WaitsForTheOffice_OnceItEndsSoon_AndUntilItIsMadeAgain()
    {
        const string township = "work-town";
        var office = await SignedInAs.RoleAsync(gateway, Roles.TownshipAdministrator, township);
        var leader = await SignedInAs.RoleAsync(gateway, Roles.Leader, township);
        var elsewhere = await SignedInAs.RoleAsync(
            gateway,
            Roles.TownshipAdministrator,
            "work-elsewhere"
        );
        var (invited, _) = await gateway.OpenAsync(Roles.Leader, township);
        // Another administrator is the district's to look after.
        await ExpireAsync(
            (await gateway.OpenAsync(Roles.TownshipAdministrator, township)).UserName,
            TimeSpan.FromDays(-1)
        );
        Assert.Empty(await WorkAsync(office));

        await ExpireAsync(invited, TimeSpan.FromDays(1));
        Assert.Equal("remindInvited", (string?)Assert.Single(await WorkAsync(office))!["kind"]);
        await ExpireAsync(invited, TimeSpan.FromSeconds(-1));
        var item = Assert.Single(await WorkAsync(office))!;
        Assert.Equal(
            ("inviteAgain", invited, $"/accounts?account={invited}"),
            ((string?)item["kind"], (string?)item["subject"], (string?)item["link"])
        );
        Assert.Empty(await WorkAsync(leader));
        Assert.Empty(await WorkAsync(elsewhere));

        var answer = await (await gateway.BrowserAsync()).PostAsync(
            $"/api/accounts/{invited}/invitation",
            content: null
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await WorkAsync(office));
    }

    [Fact]
    public async Task ProgramWithoutAKey_WaitsForOne()
    {
        const string township = "work-program-town";
        var office = await SignedInAs.RoleAsync(gateway, Roles.TownshipAdministrator, township);
        var (feed, _) = await gateway.OpenAsync(Roles.Feed, township);
        Assert.Equal("issueKey", (string?)Assert.Single(await WorkAsync(office))!["kind"]);
        await SignedInAs.KeyAsync(gateway, feed);
        Assert.Empty(await WorkAsync(office));
    }

    [Fact]
    public void Invitations_AreBroughtUpThreeDaysBeforeTheirEnd()
    {
        Assert.Empty(
            InvitationWork.Of([Untaken(InvitationWork.Soon + TimeSpan.FromTicks(1))], Now)
        );
        Assert.Equal(
            "remindInvited",
            Assert.Single(InvitationWork.Of([Untaken(InvitationWork.Soon)], Now)).Kind
        );
        Assert.Equal(
            "inviteAgain",
            Assert.Single(InvitationWork.Of([Untaken(TimeSpan.Zero)], Now)).Kind
        );
        Assert.Equal(
            "inviteAgain",
            Assert.Single(InvitationWork.Of([new UntakenAccount("a", null)], Now)).Kind
        );
        var two = Assert.Single(
            InvitationWork.Of([Untaken(TimeSpan.FromDays(2)), Untaken(TimeSpan.FromHours(1))], Now)
        );
        // The day in China, where it is five in the morning already.
        Assert.Equal(
            (2, new DateOnly(2026, 3, 3), "/accounts", null),
            (two.Count, two.Due, two.Link, two.Subject)
        );
    }

    [Fact]
    public void Programs_AreBroughtUpTwoWeeksBeforeTheirLastKeyEnds()
    {
        Assert.Null(KeyWork.Of(Program(KeyWork.Soon + TimeSpan.FromTicks(1)), Now));
        Assert.Equal(new DateOnly(2026, 3, 17), KeyWork.Of(Program(KeyWork.Soon), Now)?.Due);
        Assert.Null(KeyWork.Of(new ProgramAccount("feed", null), Now)!.Due);
    }

    private static UntakenAccount Untaken(TimeSpan left) => new("a", Now + left);

    private static ProgramAccount Program(TimeSpan left) => new("feed", Now + left);

    private static async Task<JsonArray> WorkAsync(HttpClient by) =>
        (await by.GetFromJsonAsync<JsonArray>("/api/gateway/work"))!;

    private async Task ExpireAsync(string userName, TimeSpan left)
    {
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var account = await db.Users.SingleAsync(account => account.UserName == userName);
        var end = DateTimeOffset.UtcNow + left;
        await db
            .Invitations.Where(invitation => invitation.Account == account.Id)
            .ExecuteUpdateAsync(change =>
                change.SetProperty(invitation => invitation.ExpiresAt, end)
            );
    }
}
