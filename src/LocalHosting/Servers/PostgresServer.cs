using Assessment.LocalHosting.Data;
using Assessment.LocalHosting.Servers;

namespace Assessment.LocalHosting;

/// <summary>A private PostgreSQL, for tests.</summary>
public sealed class PostgresServer : PrivateServer
{
    private readonly Postgres _server;

    private PostgresServer(string folder) =>
        _server = new Postgres(
            new PostgresOptions(Path.Combine(folder, "storage"))
            {
                Mark = folder,
                Password = GeneratedSecret.In(folder, "password"),
                Port = new FreePorts().Next(),
            }
        );

    /// <summary>For the database "postgres".</summary>
    public string ConnectionString => _server.ConnectionString("postgres");

    private protected override IServer Server => _server;

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
        await _server.EnsureDatabaseAsync(name, cancellationToken);
        return _server.ConnectionString(name);
    }
}
