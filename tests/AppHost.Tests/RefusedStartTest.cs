using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Assessment.AppHost.Tests;

/// <summary>What a person must put right before it can start is said in one line.</summary>
[Collection(OneAfterTheOther.Name)]
public sealed class RefusedStartTest : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WantedPortIsTaken_IsRefusedInOneLine()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var host = RunningHost.Launch(_folder.Path, "--port", $"{port}");

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
        await using var host = RunningHost.Launch(_folder.Path, "--port", port);

        var (code, output) = await host.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains($"65535 的整数，写的是“{port}”", output.Split('\n')[0]);
    }

    [Fact]
    public async Task UnknownServiceLeftOut_IsRefusedInOneLineWithTheNames()
    {
        await using var host = RunningHost.Launch(_folder.Path, "--without", "surveys");

        var (code, output) = await host.EndAsync();
        Assert.Equal(1, code);
        Assert.Contains("surveys", output.Split('\n')[0]);
        Assert.Contains("gateway、survey、hotline", output.Split('\n')[0]);
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
