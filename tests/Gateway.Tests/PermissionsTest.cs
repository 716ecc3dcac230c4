using System.Net.Http.Json;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceHost.Permissions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Gateway.Tests;

/// <summary>The matrix of the gateway, which knows people by session or key. Everybody here is signed in as a person would be.</summary>
[Collection(OnGateway.Name)]
public sealed class PermissionsTest(GatewayServer gateway)
    : PermissionMatrix("gateway", [.. Roles.OfAccounts])
{
    private const string Own = "matrix-town";
    private readonly Dictionary<(string Role, string Township), HttpClient> _callers = [];

    protected override string Elsewhere => "matrix-elsewhere";

    protected override async Task<Objects> PrepareAsync()
    {
        foreach (var role in Roles.OfAccounts)
        {
            foreach (var township in new[] { Own, Elsewhere })
            {
                _callers[(role, township)] = await SignInAsync(
                    role,
                    BelongsToTownship(role) ? township : null
                );
            }
        }

        var (userName, _) = await gateway.OpenAsync(Roles.Leader, Own);
        var (feed, _) = await gateway.OpenAsync(Roles.Feed, Own);
        var key = await KeyAsync(feed);
        var account = $"/api/accounts/{userName}";
        const string any = "/api/accounts/{userName}";
        return new Objects(
            Own,
            new Dictionary<string, string>
            {
                [any] = account,
                [$"{any}/disable"] = $"{account}/disable",
                [$"{any}/enable"] = $"{account}/enable",
                [$"{any}/log"] = $"{account}/log",
                [$"{any}/sign-ins"] = $"{account}/sign-ins",
                [$"{any}/second-factor"] = $"{account}/second-factor",
                [$"{any}/invitation"] = $"{account}/invitation",
                [$"{any}/keys"] = $"/api/accounts/{feed}/keys",
                [$"{any}/keys/{{id}}"] = $"/api/accounts/{feed}/keys/{key["id"]}",
                // A link is for whoever holds it; here nobody does.
                ["/api/accounts/invitations/{token}"] = "/api/accounts/invitations/none",
                ["/api/accounts/invitations/{token}/accept"] =
                    "/api/accounts/invitations/none/accept",
                ["/api/accounts/me/sessions/{id:guid}"] =
                    $"/api/accounts/me/sessions/{Guid.NewGuid()}",
                ["/api/scoring/{**rest}"] = "/api/scoring/anything",
                ["/api/scoring/imports/{**rest}"] = "/api/scoring/imports/anything",
                ["/api/survey/{**rest}"] = "/api/survey/anything",
                ["/api/survey/imports/{**rest}"] = "/api/survey/imports/anything",
                ["/api/hotline/{**rest}"] = "/api/hotline/anything",
                ["/api/hotline/imports/{**rest}"] = "/api/hotline/imports/anything",
                ["/api/payout/{**rest}"] = "/api/payout/anything",
                ["/api/payout/imports/{**rest}"] = "/api/payout/imports/anything",
                ["/api/{**rest}"] = "/api/nothing",
                ["/openapi/{**rest}"] = "/openapi/nothing",
                ["/s/{**rest}"] = "/s/anything",
                ["/{*path:nonfile}"] = "/",
            },
            [userName, feed],
            Bodies: new Dictionary<string, object>
            {
                [any] = new { displayName = "某某", role = Roles.Leader },
                [$"{any}/keys"] = new { days = 30 },
            }
        );
    }

    protected override IEnumerable<EndpointDataSource> Sources() =>
        gateway.Services.GetRequiredService<IEnumerable<EndpointDataSource>>();

    protected override HttpClient Anonymous() => gateway.Stranger();

    protected override HttpClient As(string role, string township, Objects own) =>
        _callers[(role, township)];

    protected override bool IsLast(string route) => route == "/api/accounts/sign-out";

    private async Task<HttpClient> SignInAsync(string role, string? township)
    {
        if (role == Roles.Feed)
        {
            var (feed, _) = await gateway.OpenAsync(role, township);
            var program = gateway.Stranger();
            program.DefaultRequestHeaders.Add(
                "X-Api-Key",
                (await KeyAsync(feed))["key"]!.GetValue<string>()
            );
            return program;
        }

        var (userName, password) = await gateway.AccountAsync(
            role,
            township,
            department: role == Roles.DepartmentScorer ? "党建办" : null,
            area: role == Roles.Area ? "a1" : null
        );
        var browser = await gateway.BrowserAsync(userName, password);
        if (role is Roles.District or Roles.FinancePreparer or Roles.FinanceApprover or Roles.Ops)
        {
            await GatewayServer.EnrolAsync(browser);
        }

        return browser;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> KeyAsync(string feed) =>
        await GatewayServer.JsonOf(
            await (await gateway.BrowserAsync()).PostAsJsonAsync(
                $"/api/accounts/{feed}/keys",
                new { days = 30 }
            )
        );
}
