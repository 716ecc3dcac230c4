using Assessment.LocalServers.Processes;
using Xunit;

namespace Assessment.AppHost.Tests;

/// <summary>A host, started once for the tests that leave it running.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();

    public string Folder => _folder.Path;

    internal RunningHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await RunningHost.StartAsync(Folder);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }
}

[Collection(OneAfterTheOther.Name)]
public sealed class RunningHostTest(SharedHost shared) : IClassFixture<SharedHost>
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("storage")]
    [InlineData("messaging")]
    [InlineData("survey")]
    [InlineData("gateway")]
    public async Task ProcessKilled_IsStartedAgainAtItsAddress(string resource)
    {
        var host = shared.Host;
        await host.UntilReadyAsync();
        var (before, address) = (host.ProcessId(resource), host.Url(resource));

        Signals.Send(before!.Value, Signal.Kill);

        await Eventually.HoldsAsync(() =>
            host.ProcessId(resource) is { } now && now != before && host.IsReady(resource)
        );
        Assert.Equal(address, host.Url(resource));
        await host.UntilReadyAsync();
    }

    [Fact]
    public async Task SecondHostOnTheSameFolder_IsRefusedInOneLine()
    {
        await using var second = RunningHost.Launch(shared.Folder);

        var (code, output) = await second.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains(
            "已有一个在运行",
            Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        );
    }

    [Fact]
    public void Started_SecretsAreTheOwnersAndPortsAreOnLoopback()
    {
        foreach (
            var file in (string[])
                [
                    "first-invitation",
                    "storage-password",
                    "messaging-password",
                    "run.json",
                    "run.log",
                    "lock",
                ]
        )
        {
            Assert.Equal(
                OwnerReadsAndWrites,
                File.GetUnixFileMode(Path.Combine(shared.Folder, file))
            );
        }
        foreach (
            var resource in (string[])
                ["storage", "messaging", "gateway", "survey", "hotline", "scoring", "payout"]
        )
        {
            Assert.Equal(
                ["127.0.0.1"],
                Listening.AddressesOf(new Uri(shared.Host.Url(resource)).Port)
            );
        }
    }

    [Fact]
    public async Task Dashboard_ShowsResourcesLogsTracesAndMetrics()
    {
        await shared.Host.UntilReadyAsync();
        await using var dashboard = await Dashboard.OpenAsync(shared.Host.DashboardLogin);

        const string Rows = "fluent-data-grid, table";
        await dashboard.ShowsAsync("", Rows, "gateway", "survey", "messaging", "payout-db");
        await dashboard.ShowsAsync("consolelogs/resource/storage", "body", "ready to accept");
        await dashboard.ShowsAsync("structuredlogs/resource/scoring", Rows, "scoring");
        await dashboard.ShowsAsync("traces/resource/gateway", Rows, "gateway");
        foreach (var name in (string[])["gateway", "survey", "hotline", "scoring", "payout"])
        {
            await dashboard.ShowsAsync(
                $"metrics/resource/{name}",
                "body",
                "http.server.request.duration"
            );
        }

        await dashboard.ShowsAsync("structuredlogs/resource/messaging", Rows, "messaging");
        await dashboard.ShowsAsync(
            "metrics/resource/messaging",
            "body",
            "rabbitmq.message.current",
            "rabbitmq.node.mem_used"
        );
    }
}
