using Assessment.LocalHosting;

namespace Assessment;

/// <summary>
/// One PostgreSQL and one RabbitMQ for all tests of a process, started when first asked for and ended with
/// the process. A test that cannot have its server fails; it is never skipped.
/// </summary>
public static class TestServers
{
    private const string Prefix = "assessment-tests-";

    private static readonly Lazy<Task<PostgresServer>> s_postgres = new(() =>
        PostgresServer.StartAsync(NewFolder("postgres"))
    );

    private static readonly Lazy<Task<RabbitMqServer>> s_broker = new(() =>
        RabbitMqServer.StartAsync(NewFolder("broker"))
    );

    private static readonly string s_root = Path.Combine(
        Path.GetTempPath(),
        $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}"
    );

    static TestServers() => RemoveFoldersOfEndedProcesses();

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

    /// <summary>
    /// The servers end with the process, but a test runner gives it no time to tidy up: the next one does.
    /// </summary>
    private static void RemoveFoldersOfEndedProcesses()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var processId = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!Directory.Exists($"/proc/{processId}"))
            {
                Remove(folder);
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Another test process is at the same work.
        }
    }
}
