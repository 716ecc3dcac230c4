using Assessment.LocalServers.Data;
using Assessment.LocalServers.Postgres;
using Assessment.LocalServers.Processes;
using Assessment.Testing.Processes;

namespace Assessment.Testing.PrivateServers;

/// <summary>A private PostgreSQL, for tests.</summary>
public sealed class PostgresServer : PrivateServer
{
    private readonly PostgresCluster _cluster;

    private PostgresServer(string folder)
        : base(folder)
    {
        _cluster = new PostgresCluster(
            new PostgresOptions(Directory.CreateDirectory(Path.Combine(folder, "storage")).FullName)
            {
                Password = GeneratedSecret.In(folder, "password"),
                Port = new FreePorts().Next(),
                // "Immediate": its own helpers end with it.
                DeathSignal = "QUIT",
            }
        );
    }

    /// <summary>For the database "postgres".</summary>
    public string ConnectionString => _cluster.ConnectionString("postgres");

    /// <summary>The same folder again finds the same data.</summary>
    public static async Task<PostgresServer> StartAsync(
        string dataFolder,
        CancellationToken cancellationToken = default
    )
    {
        var server = new PostgresServer(await OpenFolderAsync(dataFolder, cancellationToken));
        await server.StartAgainAsync(cancellationToken);
        return server;
    }

    /// <summary>Makes the database if there is none of this name, and gives its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(
        string name,
        CancellationToken cancellationToken = default
    )
    {
        await _cluster.EnsureDatabaseAsync(name, cancellationToken);
        return _cluster.ConnectionString(name);
    }

    private protected override async Task<ChildCommand> PrepareAsync(
        CancellationToken cancellationToken
    ) =>
        new(await _cluster.PrepareAsync(cancellationToken))
        {
            // "Fast": open connections are closed instead of waited for.
            StopSignal = Signal.Interrupt,
        };

    private protected override Task CheckHealthAsync(CancellationToken cancellationToken) =>
        _cluster.CheckHealthAsync(cancellationToken);
}
