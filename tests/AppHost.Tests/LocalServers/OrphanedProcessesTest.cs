using System.Diagnostics;
using Assessment.LocalServers.Processes;
using Xunit;

namespace Assessment.AppHost.Tests;

public sealed class OrphanedProcessesTest : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly ScratchFolder _other = new();

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task ProcessOfAnEarlierHostOnTheFolder_IsEnded()
    {
        using var leftover = await StartAsync(_folder);

        var ended = await OrphanedProcesses.EndAsync(_folder.Path, CancellationToken.None);

        Assert.Equal(1, ended);
        await leftover.WaitForExitAsync();
    }

    [Fact]
    public async Task ProcessOfAnotherFolder_IsLeftAlone()
    {
        using var neighbour = await StartAsync(_other);

        var ended = await OrphanedProcesses.EndAsync(_folder.Path, CancellationToken.None);

        Assert.Equal(0, ended);
        Assert.False(neighbour.HasExited);
        neighbour.Kill();
    }

    private static async Task<Process> StartAsync(ScratchFolder folder)
    {
        var start = new ProcessStartInfo("sleep", "600") { UseShellExecute = false };
        start.Environment[OrphanedProcesses.Mark] = folder.Path;
        var process = Process.Start(start)!;
        await Eventually.HoldsAsync(() => OrphanedProcesses.Of(folder.Path).Contains(process.Id));
        return process;
    }
}
