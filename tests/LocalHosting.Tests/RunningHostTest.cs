using Assessment.LocalHosting.Processes;
using Xunit;

namespace Assessment.LocalHosting.Tests;

/// <summary>The sample application, started once for the tests that leave it running.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new();

    public string Folder => _folder.Path;

    internal SampleHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await SampleHost.StartAsync(Folder);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class RunningHostTest(RunningHost running) : IClassFixture<RunningHost>, IDisposable
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Started_EachResourceKnowsWhatItWasPromised()
    {
        var host = running.Host;
        Assert.Equal(host.Url("back"), new Uri(await Given.ToAsync(host, "front", "Back")));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(running.Folder, "first-password")),
            await Given.ToAsync(host, "front", "Accounts:FirstPassword") + "\n"
        );
        Assert.Equal(1, await Sql.RunAsync(await Given.DatabaseAsync(host), "SELECT 1"));
    }

    [Fact]
    public async Task Started_SecretsAreTheOwnersAndPortsAreOnLoopback()
    {
        var host = running.Host;
        foreach (
            var file in (string[])
                ["first-password", "storage-password", "messaging-password", "run.json", "lock"]
        )
        {
            Assert.Equal(
                OwnerReadsAndWrites,
                File.GetUnixFileMode(Path.Combine(running.Folder, file))
            );
        }
        foreach (var resource in (string[])["storage", "messaging", "front", "back"])
        {
            Assert.Equal(["127.0.0.1"], Listening.AddressesOf(host.Url(resource).Port));
        }
    }

    [Fact]
    public async Task ServiceCrashes_IsStartedAgainAtTheSameAddress()
    {
        var host = running.Host;
        var before = host.ProcessId("back");
        var address = host.Url("back");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            _http.PostAsync(new Uri(address, "crash"), null)
        );

        await Eventually.HoldsAsync(() => host.IsReady && host.ProcessId("back") != before);
        Assert.Equal("ready", await _http.GetStringAsync(new Uri(address, "health/ready")));
        Assert.Contains(host.Output, line => line.StartsWith("[host] back 意外退出"));
    }

    [Fact]
    public async Task ServerKilled_IsStartedAgainWithItsData()
    {
        var host = running.Host;
        var database = await Given.DatabaseAsync(host);
        await Sql.RunAsync(database, "CREATE TABLE kept (value int)");
        var before = host.ProcessId("storage");

        Signals.Send(before, Signal.Kill);

        await Eventually.HoldsAsync(() => host.IsReady && host.ProcessId("storage") != before);
        Assert.Null(await Sql.RunAsync(database, "SELECT value FROM kept"));
    }
}
