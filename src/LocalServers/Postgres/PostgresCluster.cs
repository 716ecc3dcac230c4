using Assessment.LocalServers.Processes;
using Npgsql;

namespace Assessment.LocalServers.Postgres;

/// <summary>
/// A private PostgreSQL from the machine's package: own cluster, own password, loopback only. PostgreSQL refuses to run
/// as root; under root it runs as the package's account.
/// </summary>
public sealed class PostgresCluster(PostgresOptions options)
{
    /// <summary>
    /// Opens the cluster's folder before the account is changed, and calls it by that: the account need not be able to
    /// pass through the folders above, such as a home directory's. PostgreSQL itself first changes to its programs' folder
    /// and back, so that the working directory, too, must be one that the account can enter.
    /// </summary>
    private const string InOpenedFolder = """
        exec 9<"$0"
        cd /
        exec "$@"
        """;
    private const string OpenedFolder = "/proc/self/fd/9";

    private static readonly string? Account = Environment.IsPrivilegedProcess ? "postgres" : null;

    private string Cluster => Path.Combine(options.Folder, "cluster");

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = options.Port,
            Username = options.UserName,
            Password = options.Password,
            Database = database,
        }.ConnectionString;

    public void Require() => _ = PostgresPrograms.For(Cluster);

    /// <summary>Makes the cluster if there is none, and gives the line that starts the server.</summary>
    public async Task<StartLine> PrepareAsync(CancellationToken cancellationToken)
    {
        var programs = PostgresPrograms.For(Cluster);
        if (!Directory.Exists(Cluster))
        {
            await CreateAsync(programs, cancellationToken);
        }
        StalePidFile.DeleteIn(Cluster);
        return new StartLine(
            "sh",
            [
                "-c",
                InOpenedFolder,
                Cluster,
                .. AccountSwitch.Command(Account, options.DeathSignal),
                Path.Combine(programs, "postgres"),
                "-D",
                OpenedFolder,
                .. Settings().SelectMany(setting => new[] { "-c", setting }),
            ]
        )
        {
            WorkingDirectory = options.Folder,
        };
    }

    public async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        await using var source = Connect();
        await using var command = source.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellationToken);
    }

    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var source = Connect();
        await using var exists = source.CreateCommand(
            "SELECT 1 FROM pg_database WHERE datname = $1"
        );
        exists.Parameters.AddWithValue(name);
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
        {
            await using var create = source.CreateCommand(
                $"CREATE DATABASE \"{name.Replace("\"", "\"\"")}\""
            );
            await create.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Without pooling: a check must not leave a connection that a restart makes stale.</summary>
    private NpgsqlDataSource Connect() =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false }
        );

    private IEnumerable<string> Settings() =>
        [
            "listen_addresses=127.0.0.1",
            $"port={options.Port}",
            "unix_socket_directories=",
            "log_checkpoints=off",
            // Five services with Npgsql's default pools.
            "max_connections=300",
        ];

    private async Task CreateAsync(string programs, CancellationToken cancellationToken)
    {
        // The password goes through a file of the account's own; a pipe of root's it could not open.
        const string Script = """
            set -e
            umask 077
            password=$(mktemp)
            trap 'rm -f "$password"' EXIT
            cat >"$password"
            "$0" -D /proc/self/fd/9 -U "$1" -A scram-sha-256 --pwfile="$password" -E UTF8 --locale=C.UTF-8
            """;
        // Made next to its place and moved there, so that an interrupted start leaves no half of one.
        var unfinished = Path.Combine(options.Folder, "unfinished");
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }
        Directory.CreateDirectory(unfinished);
        if (Account is not null)
        {
            await OneShot.RequireAsync(null, cancellationToken, "chown", $"{Account}:", unfinished);
        }
        await OneShot.RequireAsync(
            options.Password,
            cancellationToken,
            [
                "sh",
                "-c",
                InOpenedFolder,
                unfinished,
                .. AccountSwitch.Command(Account),
                "sh",
                "-c",
                Script,
                Path.Combine(programs, "initdb"),
                options.UserName,
            ]
        );
        Directory.Move(unfinished, Cluster);
    }
}

public sealed record PostgresOptions(string Folder)
{
    public string UserName { get; init; } = "postgres";
    public required string Password { get; init; }
    public required int Port { get; init; }

    /// <summary>Sent to the server when its parent is gone, where nobody else sees to that.</summary>
    public string? DeathSignal { get; init; }
}
