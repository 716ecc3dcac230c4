using System.Net;
using System.Net.Sockets;
using Assessment.AppHost.LocalServers.Processes;
using Xunit;

namespace Assessment.AppHost.Tests;

[Collection(OneAfterTheOther.Name)]
public sealed class StoppingHostTest : IDisposable
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task HostKilled_LeavesNoProcessWithinAMinute_ACopyOfItsFolderStarts_AndEndsInGoodOrderWhenInterrupted()
    {
        var first = await RunningHost.StartAsync(_folder.Path);

        first.Send(Kill);

        await Eventually.HoldsAsync(
            () => OrphanedProcesses.Of(_folder.Path).Count == 0,
            TimeSpan.FromMinutes(1)
        );
        using var copy = new ScratchFolder();
        using (
            var copying = System.Diagnostics.Process.Start(
                "cp",
                ["-a", $"{_folder.Path}/.", copy.Path]
            )
        )
        {
            await copying.WaitForExitAsync();
        }
        Directory.Move(_folder.Path, _folder.Path + "-gone");
        try
        {
            await using var second = await RunningHost.StartAsync(copy.Path);

            second.Send(Interrupt);

            Assert.Equal(0, (await second.EndAsync()).ExitCode);
            Assert.Empty(OrphanedProcesses.Of(copy.Path));
            Assert.False(File.Exists(second.StatePath));
        }
        finally
        {
            Directory.Move(_folder.Path + "-gone", _folder.Path);
        }
    }

    [Fact]
    public async Task WantedPortIsTaken_IsRefusedInOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var host = RunningHost.Launch(_folder.Path, null, "--port", $"{port}");

        var (code, output) = await host.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains($"{port}", output.Split('\n')[0]);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("65536")]
    public async Task WantedPortIsNone_IsRefusedInOneLineThatSaysWhatIsOne(string port)
    {
        await using var host = RunningHost.Launch(_folder.Path, null, "--port", port);

        var (code, output) = await host.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains($"65535 的整数，写的是“{port}”", output.Split('\n')[0]);
    }

    [Fact]
    public async Task FolderWithoutItsDatabase_IsRefusedInOneLineThatSaysSo()
    {
        var keys = Directory.CreateDirectory(Path.Combine(_folder.Path, "keys")).FullName;
        await File.WriteAllTextAsync(Path.Combine(keys, "key-1.xml"), "<key />");

        await using var host = RunningHost.Launch(_folder.Path);

        var (code, output) = await host.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains("没有数据库的数据", output.Split('\n')[0]);
    }
}
