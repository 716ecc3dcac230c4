using Assessment.LocalHosting;

namespace Assessment;

/// <summary>
/// One PostgreSQL and one RabbitMQ for all tests of a process, started when first asked for and ended with
/// the process. A test that cannot have its server fails; it is never skipped.
/// </summary>
public static class TestServers
{
    private static readonly Lazy<Task<PostgresServer>> s_postgres = new(() =>
        PostgresServer.StartAsync(NewFolder("postgres"))
    );

    private static readonly Lazy<Task<RabbitMqServer>> s_broker = new(() =>
        RabbitMqServer.StartAsync(NewFolder("broker"))
    );

    private static readonly string s_root = Path.Combine(
        Path.GetTempPath(),
        $"assessment-tests-{Environment.ProcessId}-{Guid.NewGuid():N}"
    );

    static TestServers() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => Stop();

    public static Task<PostgresServer> Postgres => s_postgres.Value;

    public static Task<RabbitMqServer> Broker => s_broker.Value;

    /// <summary>A database of its own for the caller; gives the connection string.</summary>
    public static async Task<string> CreateDatabaseAsync(
        CancellationToken cancellationToken = default
    ) => await (await Postgres).CreateDatabaseAsync($"test-{Guid.NewGuid():N}", cancellationToken);

    /// <summary>A virtual host of its own for the caller; gives the connection string.</summary>
    public static async Task<string> CreateVirtualHostAsync(
        CancellationToken cancellationToken = default
    ) => await (await Broker).CreateVirtualHostAsync($"test-{Guid.NewGuid():N}", cancellationToken);

    private static string NewFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(s_root, name)).FullName;

    // The process is ending: nothing is worth keeping, so kill, and leave no folder behind.
    private static void Stop()
    {
        if (s_postgres is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            s_postgres.Value.Result.KillAsync().Wait();
        }
        if (s_broker is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            s_broker.Value.Result.KillAsync().Wait();
        }
        if (Directory.Exists(s_root))
        {
            Directory.Delete(s_root, recursive: true);
        }
    }
}
