using Assessment.LocalHosting.Processes;
using Npgsql;
using Xunit;

namespace Assessment.LocalHosting.Tests;

public sealed class HostTest : IDisposable
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly ScratchFolder _folder = new();
    private readonly HttpClient _http = new();

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Started_EachResourceKnowsWhatItWasPromised()
    {
        await using var host = await SampleHost.StartAsync(_folder.Path);

        Assert.Equal(host.Url("back"), new Uri(await GivenAsync(host, "front", "Back")));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(_folder.Path, "first-password")),
            await GivenAsync(host, "front", "Accounts:FirstPassword") + "\n"
        );
        Assert.Equal(1, await RunAsync(await DatabaseAsync(host), "SELECT 1"));
    }

    [Fact]
    public async Task Started_SecretsAreTheOwnersAndPortsAreOnLoopback()
    {
        await using var host = await SampleHost.StartAsync(_folder.Path);

        foreach (
            var file in (string[])
                ["first-password", "storage-password", "messaging-password", "run.json", "lock"]
        )
        {
            Assert.Equal(
                OwnerReadsAndWrites,
                File.GetUnixFileMode(Path.Combine(_folder.Path, file))
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
        await using var host = await SampleHost.StartAsync(_folder.Path);
        var before = host.ProcessId("back");
        var address = host.Url("back");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            _http.PostAsync(new Uri(address, "crash"), null)
        );

        await Until.TrueAsync(() => host.IsReady && host.ProcessId("back") != before);
        Assert.Equal("ready", await _http.GetStringAsync(new Uri(address, "health/ready")));
        Assert.Contains(host.Output, line => line.StartsWith("[host] back 意外退出"));
    }

    [Fact]
    public async Task ServerKilled_IsStartedAgainWithItsData()
    {
        await using var host = await SampleHost.StartAsync(_folder.Path);
        var database = await DatabaseAsync(host);
        await RunAsync(database, "CREATE TABLE kept (value int)");
        var before = host.ProcessId("storage");

        Signals.Send(before, Signal.Kill);

        await Until.TrueAsync(() => host.IsReady && host.ProcessId("storage") != before);
        Assert.Null(await RunAsync(database, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task Interrupted_StopsInReverseOrderAndLeavesNoProcess()
    {
        await using var host = await SampleHost.StartAsync(_folder.Path);

        host.Send(Signal.Interrupt);

        Assert.Equal(0, await host.Exited);
        Assert.Empty(Leftovers.Of(_folder.Path));
        Assert.False(File.Exists(host.StatePath));
        var order = host.Output.ToList();
        var back = order.FindIndex(line => line.StartsWith("[host] back 已停止"));
        var front = order.FindIndex(line => line.StartsWith("[host] front 已停止"));
        var storage = order.FindIndex(line => line.StartsWith("[host] storage 已停止"));
        Assert.True(back >= 0 && back < front && back < storage);
    }

    [Fact]
    public async Task HostKilled_LeavesNoProcessAndTheNextFindsItsData()
    {
        var first = await SampleHost.StartAsync(_folder.Path);
        await RunAsync(await DatabaseAsync(first), "CREATE TABLE kept (value int)");
        var password = await GivenAsync(first, "front", "Accounts:FirstPassword");

        first.Send(Signal.Kill);
        await Until.TrueAsync(() => Leftovers.Of(_folder.Path).Count == 0);
        await using var second = await SampleHost.StartAsync(_folder.Path);

        Assert.Null(await RunAsync(await DatabaseAsync(second), "SELECT value FROM kept"));
        Assert.Equal(password, await GivenAsync(second, "front", "Accounts:FirstPassword"));
    }

    [Fact]
    public async Task SecondHostOnTheSameFolder_IsRefusedInOneLine()
    {
        await using var first = await SampleHost.StartAsync(_folder.Path);

        await using var second = await SampleHost.LaunchAsync(_folder.Path);

        Assert.Equal(1, await second.Exited);
        await Until.TrueAsync(() => !second.Output.IsEmpty);
        Assert.Single(second.Output);
        Assert.True(first.IsReady);
        first.Send(Signal.Interrupt);
        await first.Exited;
    }

    private Task<string> GivenAsync(SampleHost host, string resource, string name) =>
        _http.GetStringAsync(new Uri(host.Url(resource), $"given/{name}"));

    private Task<string> DatabaseAsync(SampleHost host) =>
        GivenAsync(host, "back", "ConnectionStrings:sample-db");

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }
        );
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
