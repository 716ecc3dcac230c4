using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Processes;
using Assessment.LocalHosting.Servers;

namespace Assessment.LocalHosting;

/// <summary>A server that a test has for itself, and may stop, kill and start again at the same address.</summary>
public abstract class PrivateServer : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(120);

    private ChildProcess? _process;

    private protected PrivateServer() { }

    private protected abstract IServer Server { get; }

    /// <summary>After a stop or a kill: same address, same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default)
    {
        _process = await Server.LaunchAsync(cancellationToken);
        try
        {
            await Healthy.WaitAsync(
                GetType().Name,
                _process,
                Server.CheckHealthAsync,
                s_startLimit,
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
            await Server.StopAsync(process);
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

    /// <summary>Under root the server's account must be able to pass through the folder.</summary>
    private protected static async Task<string> OpenFolderAsync(
        string folder,
        CancellationToken cancellationToken
    )
    {
        folder = DataFolder.Open(folder);
        await Leftovers.EndAsync(folder, cancellationToken);
        return folder;
    }
}
