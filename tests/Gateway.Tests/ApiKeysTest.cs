using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Gateway.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

[Collection(OnGateway.Name)]
public sealed class ApiKeysTest(GatewayServer gateway)
{
    private async Task<(string UserName, JsonNode Key)> FeedAsync(string township)
    {
        var (userName, path) = await gateway.OpenAsync("feed", township);
        Assert.Null(path);
        var district = await gateway.BrowserAsync();
        var issued = await district.PostAsJsonAsync(
            $"/api/accounts/{userName}/keys",
            new { days = 30 }
        );
        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
        return (userName, await JsonOf(issued));
    }

    private HttpClient Program(JsonNode key, bool byAuthorization = false)
    {
        var program = gateway.Stranger();
        var text = key["key"]!.GetValue<string>();
        if (byAuthorization)
        {
            program.DefaultRequestHeaders.Add("Authorization", $"ApiKey {text}");
        }
        else
        {
            program.DefaultRequestHeaders.Add("X-Api-Key", text);
        }

        return program;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Key_SignsAFeedInForItsTownship(bool byAuthorization)
    {
        var (userName, key) = await FeedAsync("feed-town");
        var path = $"/api/hotline/by-key-{byAuthorization}";

        var answer = await Program(key, byAuthorization)
            .PostAsJsonAsync(path, new { without = "the portal's header" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var arrival = gateway.Service.Arrivals.Single(arrival => arrival.Path == path);
        Assert.Equal(["feed"], arrival.Roles);
        Assert.Equal("feed-town", arrival.Township);
        Assert.Equal(userName, arrival.Caller.FindFirst("name")!.Value);
        Assert.DoesNotContain(
            arrival.Headers,
            header => header.Value.Contains(key["key"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task WrongSecretOrUnknownKey_IsNotSignedIn()
    {
        var (_, key) = await FeedAsync("wrong-key-town");
        var text = key["key"]!.GetValue<string>();
        foreach (
            var wrong in new[]
            {
                text[..^1] + (text[^1] == 'A' ? 'B' : 'A'),
                "ak_nobodyhasit_" + text.Split('_', 3)[2],
                "ak_",
                "anything",
                "",
            }
        )
        {
            await RefusedAsync(
                await Program(new JsonObject { ["key"] = wrong }).GetAsync("/api/accounts/me"),
                HttpStatusCode.Unauthorized,
                "sign-in-required"
            );
        }
    }

    [Fact]
    public async Task RevokedKey_IsWorthNothing()
    {
        var (userName, key) = await FeedAsync("revoke-town");
        var program = Program(key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/hotline/before")).StatusCode);
        var district = await gateway.BrowserAsync();

        await district.DeleteAsync($"/api/accounts/{userName}/keys/{key["id"]}");

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await program.GetAsync("/api/hotline/after")).StatusCode
        );
        var line = (await JsonOf(await district.GetAsync($"/api/accounts/{userName}/keys")))
            .AsArray()
            .Single()!;
        Assert.NotNull(line["revokedAt"]);
        Assert.NotNull(line["lastUsedAt"]);
        Assert.EndsWith(line["last4"]!.GetValue<string>(), key["key"]!.GetValue<string>());
    }

    [Fact]
    public async Task DisabledFeed_IsOutAndItsKeysStayRevoked()
    {
        var (userName, key) = await FeedAsync("off-town");
        var program = Program(key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/hotline/on")).StatusCode);
        var district = await gateway.BrowserAsync();

        await district.PostAsync($"/api/accounts/{userName}/disable", content: null);

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await program.GetAsync("/api/hotline/off")).StatusCode
        );
        await RefusedAsync(
            await district.PostAsJsonAsync($"/api/accounts/{userName}/keys", new { days = 30 }),
            HttpStatusCode.Conflict,
            "account-must-be-enabled"
        );
        await district.PostAsync($"/api/accounts/{userName}/enable", content: null);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await program.GetAsync("/api/hotline/still-off")).StatusCode
        );
    }

    [Fact]
    public async Task ExpiredKey_IsWorthNothing()
    {
        var (_, key) = await FeedAsync("expire-town");
        await using var scope = gateway.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDb>();
        var past = DateTimeOffset.UtcNow.AddSeconds(-1);
        var id = key["id"]!.GetValue<string>();
        await db
            .ApiKeys.Where(kept => kept.Id == id)
            .ExecuteUpdateAsync(change => change.SetProperty(kept => kept.ExpiresAt, past));

        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Program(key).GetAsync("/api/hotline/expired")).StatusCode
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public async Task Key_HoldsForADayToAYear(int days)
    {
        var (userName, _) = await gateway.OpenAsync("feed", "days-town");
        var district = await gateway.BrowserAsync();

        await RefusedAsync(
            await district.PostAsJsonAsync($"/api/accounts/{userName}/keys", new { days }),
            HttpStatusCode.UnprocessableEntity,
            "key-must-expire-within-a-year"
        );
    }

    [Fact]
    public async Task Person_GetsNoKeys_AndAFeedNoInvitation()
    {
        var (person, _) = await gateway.OpenAsync("leader", "apart-town");
        var (feed, _) = await gateway.OpenAsync("feed", "apart-town");
        var district = await gateway.BrowserAsync();

        await RefusedAsync(
            await district.PostAsJsonAsync($"/api/accounts/{person}/keys", new { days = 30 }),
            HttpStatusCode.Conflict,
            "keys-are-for-programs"
        );
        await RefusedAsync(
            await district.PostAsync($"/api/accounts/{feed}/invitation", content: null),
            HttpStatusCode.Conflict,
            "programs-and-people-stay-apart"
        );
        await RefusedAsync(
            await gateway
                .Stranger()
                .PostAsJsonAsync(
                    "/api/accounts/token",
                    new { userName = feed, password = "any password at all" }
                ),
            HttpStatusCode.Unauthorized,
            "user-name-or-password-is-wrong"
        );
    }

    [Fact]
    public async Task Feed_HasNothingOfAPersons()
    {
        var (_, key) = await FeedAsync("program-town");

        foreach (var path in new[] { "sessions", "sign-ins", "second-factor" })
        {
            await RefusedAsync(
                await Program(key).GetAsync($"/api/accounts/me/{path}"),
                HttpStatusCode.Forbidden,
                "not-permitted"
            );
        }
    }

    [Fact]
    public async Task TownshipAdministrator_IssuesKeysOfItsOwnFeedsOnly()
    {
        var (userName, password) = await gateway.AccountAsync("townshipAdministrator", "key-town");
        var administrator = await gateway.BrowserAsync(userName, password);
        var (own, _) = await gateway.OpenAsync("feed", "key-town");
        var (elsewhere, _) = await gateway.OpenAsync("feed", "keyless-town");

        var issued = await administrator.PostAsJsonAsync(
            $"/api/accounts/{own}/keys",
            new { days = 365 }
        );

        Assert.Equal(HttpStatusCode.OK, issued.StatusCode);
        await RefusedAsync(
            await administrator.PostAsJsonAsync(
                $"/api/accounts/{elsewhere}/keys",
                new { days = 365 }
            ),
            HttpStatusCode.NotFound,
            "not-found"
        );
    }
}
