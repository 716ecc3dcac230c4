using Assessment.Testing.PrivateServers;
using Npgsql;

namespace Assessment.Faults.Tests.FullDisk;

/// <summary>
/// A PostgreSQL whose disk can be filled up and freed. Mounting a small disk needs root, so usually the size of its
/// files is limited instead, with the same outcome; <c>drills/full-disk.sh</c> mounts a real one.
/// </summary>
internal abstract class SmallDisk(PostgresServer server) : IAsyncDisposable
{
    /// <summary>A folder on a small disk of its own; set by the drill.</summary>
    private const string RealOne = "SMALL_DISK";

    public PostgresServer Server => server;

    public static async Task<SmallDisk> StartAsync()
    {
        var folder = Environment.GetEnvironmentVariable(RealOne) is { Length: > 0 } small
            ? Path.Combine(small, Guid.NewGuid().ToString("N"))
            : Directory.CreateTempSubdirectory("assessment-disk-").FullName;
        Directory.CreateDirectory(folder);
        var server = await PostgresServer.StartAsync(folder);
        // What is filled up must not be tidied away behind the test's back.
        await ExecuteAsync(server.ConnectionString, "ALTER SYSTEM SET autovacuum = off");
        await ExecuteAsync(server.ConnectionString, "SELECT pg_reload_conf()");
        return Environment.GetEnvironmentVariable(RealOne) is { Length: > 0 }
            ? new MountedDisk(server, folder)
            : await LimitedFiles.OfAsync(server, folder);
    }

    /// <summary>Until nothing more goes into these tables of the database.</summary>
    public abstract Task FillAsync(string database, IEnumerable<Filling> tables);

    public abstract Task FreeAsync();

    public abstract ValueTask DisposeAsync();

    protected static async Task ExecuteAsync(string database, string statement)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database) { Pooling = false }
        );
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}

/// <param name="Table">As it is written in SQL.</param>
/// <param name="Rows">A SELECT that gives rows for it, of the numbers n.</param>
internal sealed record Filling(string Table, string Columns, string Rows);
