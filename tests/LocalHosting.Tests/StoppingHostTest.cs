using System.Net;
using System.Net.Sockets;
using Assessment.LocalHosting.Processes;
using Xunit;

namespace Assessment.LocalHosting.Tests;

public sealed class StoppingHostTest : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
        await Sql.RunAsync(await Given.DatabaseAsync(first), "CREATE TABLE kept (value int)");
        var password = await Given.ToAsync(first, "front", "Accounts:FirstPassword");

        first.Send(Signal.Kill);
        await Eventually.HoldsAsync(() => Leftovers.Of(_folder.Path).Count == 0);
        await using var second = await SampleHost.StartAsync(_folder.Path);

        Assert.Null(
            await Sql.RunAsync(await Given.DatabaseAsync(second), "SELECT value FROM kept")
        );
        Assert.Equal(password, await Given.ToAsync(second, "front", "Accounts:FirstPassword"));
    }

    [Fact]
    public async Task SecondHostOnTheSameFolder_IsRefusedInOneLine()
    {
        await using var first = await SampleHost.StartAsync(_folder.Path);

        await using var second = await SampleHost.LaunchAsync(_folder.Path);

        Assert.Equal(1, await second.Exited);
        await Eventually.HoldsAsync(() => !second.Output.IsEmpty);
        Assert.Single(second.Output);
        Assert.True(first.IsReady);
        first.Send(Signal.Interrupt);
        await first.Exited;
    }

    [Fact]
    public async Task WantedPortIsTaken_IsRefusedInOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var host = await SampleHost.LaunchAsync(_folder.Path, "--port", $"{port}");

        Assert.Equal(1, await host.Exited);
        await Eventually.HoldsAsync(() => !host.Output.IsEmpty);
        Assert.Contains($"{port}", Assert.Single(host.Output));
    }
}
