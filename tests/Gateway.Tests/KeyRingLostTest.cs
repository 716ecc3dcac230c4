using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Npgsql;
using static Assessment.Gateway.Tests.GatewayServer;

namespace Assessment.Gateway.Tests;

/// <summary>The folder with the deployment's keys is lost or cannot be read: nobody gets in by that, and it can be mended.</summary>
public sealed partial class KeyRingLostTest : IAsyncLifetime
{
    private readonly GatewayServer _gateway = new();
    private readonly DirectoryInfo _backup = Directory.CreateTempSubdirectory("assessment-backup-");

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        _backup.Delete(recursive: true);
    }

    [Fact]
    public async Task EmptiedWhileRunning_AllGoesOn_AndHealthSaysThatSomethingMustBeDone()
    {
        var browser = await _gateway.BrowserAsync();
        await HealthBecomesAsync("Healthy");

        Move(_gateway.KeyRing, _backup.FullName);

        await HealthBecomesAsync("Degraded");
        await ReachesTheServiceAsync(browser, "/api/scoring/emptied");
        Move(_backup.FullName, _gateway.KeyRing);
        await HealthBecomesAsync("Healthy");
    }

    [Fact]
    public async Task GatewayStartedWithoutItsKeys_NobodyGetsInByOldOnes_UntilTheyAreRestored()
    {
        var browser = await _gateway.BrowserAsync();
        await ReachesTheServiceAsync(browser, "/api/scoring/before");
        var ticket = _gateway
            .Service.Arrivals.Last(arrival => arrival.Path == "/api/scoring/before")
            .Headers["Authorization"];
        Move(_gateway.KeyRing, _backup.FullName);

        await _gateway.RestartAsync();

        // The service runs on, and takes the new key in with the first ticket made with it.
        await ReachesTheServiceAsync(_gateway.Stranger(), "/s/after");
        browser = At(_gateway.Stranger(), browser);
        await RefusedAsync(
            await browser.GetAsync("/api/scoring/after"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );
        using var service = new HttpClient { BaseAddress = new Uri(_gateway.Service.Address) };
        service.DefaultRequestHeaders.Add("Authorization", ticket);
        await RefusedAsync(
            await service.GetAsync("/api/scoring/old-ticket"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );
        await RefusedAsync(
            await SignInAsync(),
            HttpStatusCode.Forbidden,
            "second-factor-cannot-be-read"
        );

        Move(_backup.FullName, _gateway.KeyRing);

        await Eventually.HoldsAsync(
            "The old session is worth something again",
            async () =>
                (await browser.GetAsync("/api/scoring/restored")).StatusCode == HttpStatusCode.OK
        );
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync()).StatusCode);
        await HealthBecomesAsync("Healthy");
    }

    [Fact]
    public async Task NoBackup_TheDistrictIsInvitedAndEnrolsAgain()
    {
        Move(_gateway.KeyRing, _backup.FullName);
        await ExecuteAsync(StatementsOf("The key ring is lost"));

        await _gateway.RestartAsync();

        await _gateway.TakeUpDistrictAsync();
        await ReachesTheServiceAsync(await _gateway.BrowserAsync(), "/api/scoring/again");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no key at all")]
    public async Task ServiceWithoutKeys_IsNotReady_UntilThereAreSome(string? content)
    {
        if (content is not null)
        {
            await File.WriteAllTextAsync(
                Path.Combine(_backup.FullName, $"key-{Guid.NewGuid()}.xml"),
                content
            );
        }

        await using var service = await Downstream.StartAsync(_backup.FullName);
        using var http = new HttpClient { BaseAddress = new Uri(service.Address) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "of whatever kind");

        using var ready = await http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using var refused = await http.GetAsync("/api/scoring/anything");
        await RefusedAsync(refused, HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.NotNull(refused.Headers.RetryAfter);

        foreach (var broken in _backup.GetFiles())
        {
            broken.Delete();
        }

        Move(_gateway.KeyRing, _backup.FullName);
        await HealthBecomesAsync("Healthy", http);
        await RefusedAsync(
            await http.GetAsync("/api/scoring/anything"),
            HttpStatusCode.Unauthorized,
            "sign-in-required"
        );
    }

    private async Task<HttpResponseMessage> SignInAsync() =>
        await _gateway
            .Stranger()
            .PostAsJsonAsync(
                "/api/accounts/sign-in",
                new
                {
                    userName = "district",
                    password = FirstPassword,
                    code = await _gateway.DistrictsPhone.NextCodeAsync(CancellationToken.None),
                }
            );

    /// <summary>The same browser after the gateway came back at another address.</summary>
    private static HttpClient At(HttpClient stranger, HttpClient browser)
    {
        stranger.DefaultRequestHeaders.Add("Cookie", CookieOf(browser));
        stranger.DefaultRequestHeaders.Add("X-Requested-With", "assessment");
        return stranger;
    }

    private static async Task ReachesTheServiceAsync(HttpClient client, string path) =>
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path)).StatusCode);

    private async Task HealthBecomesAsync(string state)
    {
        using var service = new HttpClient { BaseAddress = new Uri(_gateway.Service.Address) };
        await HealthBecomesAsync(state, service);
        await HealthBecomesAsync(state, _gateway.Stranger());
    }

    private static Task HealthBecomesAsync(string state, HttpClient http) =>
        Eventually.HoldsAsync(
            $"Health of {http.BaseAddress} is {state}",
            async () =>
                await (await http.GetAsync("/health/ready")).Content.ReadAsStringAsync() == state
        );

    private static void Move(string from, string to)
    {
        foreach (var key in Directory.GetFiles(from))
        {
            File.Move(key, Path.Combine(to, Path.GetFileName(key)));
        }
    }

    private async Task ExecuteAsync(string statements)
    {
        await using var source = NpgsqlDataSource.Create(_gateway.Database);
        await using var command = source.CreateCommand(statements);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What docs/operations.md tells people to execute.</summary>
    private static string StatementsOf(string page)
    {
        var pages = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "operations.md"));
        var text = pages[pages.IndexOf($"### {page}", StringComparison.Ordinal)..];
        return SqlBlock().Match(text).Groups["statements"].Value;
    }

    [GeneratedRegex(
        @"```sql\n(?<statements>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SqlBlock();
}
