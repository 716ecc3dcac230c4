using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Audit;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts.Auditing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Gateway.Tests;

/// <summary>The gateway's audit log: a chain for each township's accounts, and one for what belongs to none.</summary>
[Collection(OnGateway.Name)]
public sealed class AuditTest(GatewayServer gateway)
{
    private const string Own = "audit-town";

    [Fact]
    public void EveryEndpointThatChanges_SaysWhatItRecords() =>
        Assert.Empty(
            ServiceDefaults.Auditing.RecordedActions.UndeclaredAmong(
                gateway.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            )
        );

    [Fact]
    public async Task WhatIsDoneToAccounts_IsInTheChainOfTheirTownship_AndNothingSecret()
    {
        const string password = "a sentence that nobody else knows";
        var keeper = await SignedInAs.RoleAsync(gateway, Roles.TownshipAdministrator, Own);
        var (userName, invitation) = await gateway.OpenAsync(Roles.Leader, Own);
        await gateway.AcceptAsync(invitation!, password);
        var account = $"/api/accounts/{userName}";
        using var changed = await GatewayServer.ChangeAsync(
            keeper,
            userName,
            new { role = Roles.Area, area = "a1" }
        );
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        await keeper.PostAsync($"{account}/disable", content: null);
        await keeper.PostAsync($"{account}/enable", content: null);
        var (feed, _) = await gateway.OpenAsync(Roles.Feed, Own);
        var key = await SignedInAs.KeyAsync(gateway, feed);
        await keeper.DeleteAsync($"/api/accounts/{feed}/keys/{key["id"]}");

        var export = await keeper.GetStringAsync("/api/gateway/audit/export");
        var page = await keeper.GetFromJsonAsync<JsonNode>(
            $"/api/gateway/audit?subject=account:{userName}"
        );

        await MustVerifyAsync(export);
        Assert.Equal(
            [
                AuditActions.AccountEnabled,
                AuditActions.AccountDisabled,
                AuditActions.AccountChanged,
                AuditActions.AccountInvitationAccepted,
                AuditActions.AccountInvited,
                AuditActions.AccountOpened,
            ],
            Entries(page).Select(entry => (string)entry["action"]!)
        );
        var change = Entries(page)[2];
        Assert.Equal(Roles.TownshipAdministrator, (string)change["duty"]!);
        Assert.Equal(Roles.Leader, (string)change["before"]!["duties"]![0]!["role"]!);
        Assert.Equal(Roles.Area, (string)change["after"]!["duties"]![0]!["role"]!);
        // Nobody was signed in yet; it was the account's own doing.
        Assert.Equal(userName, (string)Entries(page)[3]["who"]!);
        Assert.Contains(AuditActions.AccountKeyRevoked, export, StringComparison.Ordinal);
        Assert.DoesNotContain(
            new[]
            {
                password,
                invitation!.Split('/')[^1],
                (string)key["key"]!,
                "某某某",
                GatewayServer.FirstPassword,
            },
            secret => export.Contains(secret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task WhatBelongsToNoTownship_IsInTheDistrictsChain()
    {
        await gateway.TownshipAsync("audit-new-town");
        var district = await gateway.BrowserAsync();

        var export = await district.GetStringAsync("/api/gateway/audit/export");

        await MustVerifyAsync(export);
        Assert.Contains(
            "\"subject\":\"township:audit-new-town\"",
            export,
            StringComparison.Ordinal
        );
        Assert.Contains("\"subject\":\"account:district\"", export, StringComparison.Ordinal);
        Assert.DoesNotContain(Own, export, StringComparison.Ordinal);
    }

    private static async Task MustVerifyAsync(string export)
    {
        using var text = new StringReader(export);
        Assert.True((await ExportCheck.RunAsync(text, CancellationToken.None)).IsInOrder);
    }

    private static List<JsonNode> Entries(JsonNode? page) =>
        [.. page!["entries"]!.AsArray().Select(entry => entry!)];
}
