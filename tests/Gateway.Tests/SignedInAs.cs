using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Gateway.Accounts;
using Assessment.ServiceDefaults.SignIn;

namespace Assessment.Gateway.Tests;

/// <summary>Somebody of each role, signed in as such a person or program would be.</summary>
public static class SignedInAs
{
    /// <param name="township">Null for the roles that belong to none.</param>
    public static async Task<HttpClient> RoleAsync(
        GatewayServer gateway,
        string role,
        string? township
    )
    {
        if (role == Roles.Feed)
        {
            var (feed, _) = await gateway.OpenAsync(role, township);
            var program = gateway.Stranger();
            program.DefaultRequestHeaders.Add(
                "X-Api-Key",
                (await KeyAsync(gateway, feed))["key"]!.GetValue<string>()
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
        if (RoleScopes.NeedSecondFactor.Contains(role))
        {
            await GatewayServer.EnrolAsync(browser);
        }

        return browser;
    }

    /// <summary>A new key of the program.</summary>
    public static async Task<JsonNode> KeyAsync(GatewayServer gateway, string feed) =>
        await GatewayServer.JsonOf(
            await (await gateway.BrowserAsync()).PostAsJsonAsync(
                $"/api/accounts/{feed}/keys",
                new { days = 30 }
            )
        );
}
