using Assessment.LocalHosting.Processes;
using Xunit;

namespace Assessment.LocalHosting.Tests;

public sealed class LeftoversTest : IDisposable
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
        var leftover = await StartAsync(_folder);

        var ended = await Leftovers.EndAsync(_folder.Path, CancellationToken.None);

        Assert.Equal(1, ended);
        await leftover.Exited;
    }

    [Fact]
    public async Task ProcessOfAnotherFolder_IsLeftAlone()
    {
        var neighbour = await StartAsync(_other);

        var ended = await Leftovers.EndAsync(_folder.Path, CancellationToken.None);

        Assert.Equal(0, ended);
        Assert.False(neighbour.Exited.IsCompleted);
        await neighbour.KillAsync();
    }

    private static async Task<ChildProcess> StartAsync(ScratchFolder folder)
    {
        var process = await ChildProcess.StartAsync(
            new ChildCommand("sleep", "600")
            {
                WorkingDirectory = "/",
                Environment = new Dictionary<string, string> { [Leftovers.Mark] = folder.Path },
            }
        );
        await Eventually.HoldsAsync(() => Leftovers.Of(folder.Path).Contains(process.Id));
        return process;
    }
}
