using Assessment.Testing.PrivateServers;
using Assessment.Testing.Servers;

namespace Assessment.Testing.Servers;

/// <summary>
/// The PostgreSQL and the RabbitMQ of all tests that need nothing but a place in one: those that
/// <see cref="ServerAddresses"/> names, or else a pair for this process, started when first asked for and ended with the
/// process. A test that stops, kills or fills up a server starts a <see cref="PrivateServer"/> instead. A test that cannot
/// have its server fails; it is never skipped.
/// </summary>
public static class TestServers
{
    private static readonly ServerAddresses? s_given = ServerAddresses.Given();

    private static readonly Lazy<Task<DatabaseServer>> s_postgres = new(async () =>
        new DatabaseServer(
            s_given?.Postgres
                ?? (
                    await PostgresServer.StartAsync(ScratchFolders.New("postgres"))
                ).ConnectionString
        )
    );

    private static readonly Lazy<Task<Broker>> s_broker = new(async () =>
        s_given is { } given
            ? new Broker(given.Broker, given.Management)
            : (await RabbitMqServer.StartAsync(ScratchFolders.New("broker"))).Broker
    );

    public static Task<DatabaseServer> Postgres => s_postgres.Value;

    public static Task<Broker> Broker => s_broker.Value;

    /// <summary>A database of its own for the caller, who drops it in the end; gives the connection string.</summary>
    /// <param name="template">What it is a copy of; empty when not given.</param>
    public static async Task<string> CreateDatabaseAsync(
        DatabaseTemplate? template = null,
        CancellationToken cancellationToken = default
    ) =>
        await (await Postgres).CreateAsync($"test-{Guid.NewGuid():N}", template, cancellationToken);

    /// <param name="database">Its connection string.</param>
    public static async Task DropDatabaseAsync(
        string database,
        CancellationToken cancellationToken = default
    ) => await (await Postgres).DropAsync(database, cancellationToken);

    /// <summary>A virtual host of its own for the caller, who deletes it in the end; gives the connection string.</summary>
    public static async Task<string> CreateVirtualHostAsync(
        CancellationToken cancellationToken = default
    ) => await (await Broker).CreateVirtualHostAsync($"test-{Guid.NewGuid():N}", cancellationToken);

    /// <param name="virtualHost">Its connection string.</param>
    public static async Task DeleteVirtualHostAsync(
        string virtualHost,
        CancellationToken cancellationToken = default
    ) => await (await Broker).DeleteVirtualHostAsync(virtualHost, cancellationToken);
}
