using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts.Permissions;
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
                _callers[(role, township)] = await SignedInAs.RoleAsync(
                    gateway,
                    role,
                    BelongsToTownship(role) ? township : null
                );
            }
        }

        var (userName, _) = await gateway.OpenAsync(Roles.Leader, Own);
        var (feed, _) = await gateway.OpenAsync(Roles.Feed, Own);
        var key = await SignedInAs.KeyAsync(gateway, feed);
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
                ["/api/scoring/files/{**rest}"] = "/api/scoring/files/anything",
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
                ["/notices/{**rest}"] = "/notices/anything",
                ["/{*path:nonfile}"] = "/",
            },
            [userName, feed],
            Bodies: new Dictionary<string, object>
            {
                [any] = new
                {
                    displayName = "某某",
                    duties = new[] { new { role = Roles.Leader } },
                },
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
}
