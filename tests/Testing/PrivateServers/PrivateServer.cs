using Assessment.LocalServers;
using Assessment.LocalServers.Data;
using Assessment.LocalServers.Processes;
using Assessment.Testing.Processes;

namespace Assessment.Testing.PrivateServers;

/// <summary>A server that a test has for itself, and may stop, kill and start again at the same address.</summary>
public abstract class PrivateServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    private readonly string _folder;

    private ChildProcess? _process;

    /// <param name="folder">By which leftovers of an earlier process are known.</param>
    private protected PrivateServer(string folder) => _folder = folder;

    /// <summary>The same ports and data each time.</summary>
    private protected abstract Task<ChildCommand> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Throws while the server does not answer.</summary>
    private protected abstract Task CheckHealthAsync(CancellationToken cancellationToken);

    /// <summary>After a stop or a kill: same address, same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        var command = await PrepareAsync(cancellationToken);
        _process = await ChildProcess.StartAsync(
            command with
            {
                Line = command.Line with
                {
                    Environment = new Dictionary<string, string>(command.Line.Environment)
                    {
                        [OrphanedProcesses.Mark] = _folder,
                    },
                },
            }
        );
        try
        {
            await Healthy.WaitAsync(
                GetType().Name,
                _process,
                CheckHealthAsync,
                StartLimit,
                cancellationToken
            );
        }
        catch
        {
            await StopAsync();
            throw;
        }
    }

    /// <summary>In good order.</summary>
    public async Task StopAsync()
    {
        if (_process is { } process)
        {
            await process.StopAsync(StopLimit);
        }
    }

    /// <summary>As a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            await process.KillAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    private protected static async Task<string> OpenFolderAsync(
        string folder,
        CancellationToken cancellationToken
    )
    {
        folder = DataFolder.Open(folder);
        await OrphanedProcesses.EndAsync(folder, cancellationToken);
        return folder;
    }
}
