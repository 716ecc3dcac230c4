using System.Security.Claims;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceHost.Permissions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Gateway.Tests;

/// <summary>
/// Every endpoint of the gateway's own, and what its policy says to each role. Whose accounts a keeper may see and
/// change is tried by the tests of accounts.
/// </summary>
[Collection(OnGateway.Name)]
public sealed class PermissionsTest(GatewayServer gateway)
{
    private static readonly string[] s_roles = [.. Roles.OfAccounts];

    [Fact]
    public async Task EveryEndpoint_AdmitsWhomTheTableSays()
    {
        var lines = new List<string>
        {
            $"| gateway | {string.Join(" | ", s_roles)} | nobody |",
            $"|---|{string.Concat(Enumerable.Repeat("---|", s_roles.Length + 1))}",
        };
        foreach (var (method, route, endpoint) in Endpoints())
        {
            var cells = new List<string>();
            foreach (var role in s_roles)
            {
                cells.Add(await AdmitsAsync(endpoint, Caller(role)) ? "✓" : "–");
            }

            cells.Add(
                await AdmitsAsync(endpoint, new ClaimsPrincipal(new ClaimsIdentity())) ? "✓" : "401"
            );
            lines.Add($"| `{method} {route}` | {string.Join(" | ", cells)} |");
        }

        await PermissionTable.MustBeAsync("gateway", lines);
    }

    private IEnumerable<(string Method, string Route, RouteEndpoint Endpoint)> Endpoints() =>
        gateway
            .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(endpoint =>
                (
                    endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any"]
                ).Select(method =>
                    (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint)
                )
            )
            .DistinctBy(entry => (entry.method, entry.Item2))
            .OrderBy(entry => entry.Item2, StringComparer.Ordinal)
            .ThenBy(entry => entry.method, StringComparer.Ordinal);

    private async Task<bool> AdmitsAsync(Endpoint endpoint, ClaimsPrincipal caller)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return true;
        }

        await using var scope = gateway.Services.CreateAsyncScope();
        var policy = await AuthorizationPolicy.CombineAsync(
            scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>(),
            endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>(),
            endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
        );
        var decided = await scope
            .ServiceProvider.GetRequiredService<IAuthorizationService>()
            .AuthorizeAsync(caller, resource: null, policy!);
        return decided.Succeeded;
    }

    private static ClaimsPrincipal Caller(string role) =>
        new(
            new ClaimsIdentity(
                [new Claim(CallerClaims.Role, role)],
                "test",
                CallerClaims.Name,
                CallerClaims.Role
            )
        );
}
