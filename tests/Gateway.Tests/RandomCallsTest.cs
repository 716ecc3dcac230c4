using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Hosts.RandomCalls;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using Yarp.ReverseProxy.Model;

namespace Assessment.Gateway.Tests;

/// <summary>The run of the gateway, which knows people by session or key. Everybody here is signed in as a person would be.</summary>
[Collection(OnGateway.Name)]
public sealed class RandomCallsTest(GatewayServer gateway, ITestOutputHelper output)
    : RandomCallRun("gateway", [.. Roles.OfAccounts], output)
{
    private const string Town = "random-town";
    private readonly Dictionary<string, HttpClient> _callers = [];

    /// <summary>Nothing wears out: the accounts that are changed are not those that call.</summary>
    protected override int CallsInATownship => int.MaxValue;

    protected override async Task<KnownThings> PrepareAsync()
    {
        foreach (var role in Roles.OfAccounts)
        {
            _callers[role] = await SignedInAs.RoleAsync(
                gateway,
                role,
                role is Roles.District or Roles.Ops ? null : Town
            );
        }

        var (open, password) = await gateway.AccountAsync(Roles.Leader, Town);
        var (locked, _) = await gateway.AccountAsync(Roles.FinancePreparer, Town);
        var (_, invitation) = await gateway.OpenAsync(Roles.Leader, Town);
        var (feed, _) = await gateway.OpenAsync(Roles.Feed, Town);
        var key = await SignedInAs.KeyAsync(gateway, feed);
        return new KnownThings(
            Town,
            new Dictionary<string, string[]>
            {
                ["accounts/userName"] = [open, open, locked, feed],
                ["userName"] = [open, open, locked, feed],
                ["password"] = [password, "not the password"],
                ["current"] = ["not the password"],
                ["next"] = [password, "a new sentence of some words"],
                ["township"] = [Town],
                ["keys/id"] = [(string)key["id"]!],
                ["id"] = [Town, "another-town"],
                ["invitations/token"] = [invitation!.Split('/')[^1]],
                ["role"] = [.. Roles.OfAccounts],
                ["departments"] = ["党建办"],
                ["campaigns"] = [Guid.NewGuid().ToString()],
                ["area"] = ["a1"],
                ["staff"] = ["p01"],
                ["displayName"] = ["某某"],
            },
            new Dictionary<string, object[]>
            {
                ["POST /api/accounts"] =
                [
                    new
                    {
                        userName = $"random-{Guid.NewGuid():N}",
                        displayName = "某某",
                        duties = new[]
                        {
                            new { role = Roles.Surveyor, campaigns = new[] { Guid.NewGuid() } },
                        },
                        township = Town,
                    },
                ],
                ["PUT /api/accounts/{userName}"] =
                [
                    new { displayName = "某某", duties = new[] { new { role = Roles.Leader } } },
                ],
            }
        );
    }

    protected override IEnumerable<EndpointDataSource> Sources() =>
        gateway.Services.GetRequiredService<IEnumerable<EndpointDataSource>>();

    protected override Task<HttpClient> ReaderAsync() => Task.FromResult(gateway.Stranger());

    protected override HttpClient Anonymous() => gateway.Stranger();

    protected override HttpClient As(string role, KnownThings known) => _callers[role];

    protected override bool IsDescribedElsewhere(MappedEndpoint endpoint) =>
        IsForwarded(endpoint) || endpoint.Path == "/api/{rest}";

    /// <summary>Nothing listens where Payout would be.</summary>
    protected override bool LeadsNowhere(MappedEndpoint endpoint) =>
        endpoint.Endpoint.Metadata.GetMetadata<RouteModel>()?.Config.ClusterId == "payout";

    protected override bool EndsTheSession(Operation operation) =>
        operation.Path == "/api/accounts/sign-out";

    private static bool IsForwarded(MappedEndpoint endpoint) =>
        endpoint.Endpoint.Metadata.GetMetadata<RouteModel>() is not null;
}
