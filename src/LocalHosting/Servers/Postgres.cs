using Assessment.LocalHosting.Processes;
using Npgsql;

namespace Assessment.LocalHosting.Servers;

/// <summary>A private PostgreSQL from the machine's package: own cluster, own password, loopback only.</summary>
internal sealed class Postgres(PostgresOptions options) : IServer
{
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(30);

    private readonly string? _account = PostgresFolder.Account;

    public string Url => $"postgres://127.0.0.1:{options.Port}";

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = options.Port,
            Username = options.UserName,
            Password = options.Password,
            Database = database,
        }.ConnectionString;

    public async Task<ChildProcess> LaunchAsync(CancellationToken cancellationToken)
    {
        var folder = await PostgresFolder.ReadyAsync(options.Folder, _account, cancellationToken);
        if (folder != options.Folder)
        {
            options.Output($"账户 {_account} 进不了 {options.Folder}，数据库的数据放在 {folder}");
        }
        var cluster = Path.Combine(folder, "cluster");
        var programs = PostgresPrograms.For(cluster);
        if (!Directory.Exists(cluster))
        {
            await CreateClusterAsync(programs, folder, cluster, cancellationToken);
        }
        StalePidFile.DeleteIn(cluster);
        return await ChildProcess.StartAsync(
            new ChildCommand(
                Path.Combine(programs, "postgres"),
                ["-D", cluster, .. Settings().SelectMany(setting => new[] { "-c", setting })]
            )
            {
                WorkingDirectory = "/",
                RunAs = _account,
                // "Fast": open connections are closed instead of waited for.
                StopSignal = Signal.Interrupt,
                // "Immediate": its own helpers end with it.
                DeathSignal = "QUIT",
                Output = options.Output,
                Environment = new Dictionary<string, string> { [Leftovers.Mark] = options.Mark },
            }
        );
    }

    public async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        await using var source = Connect();
        await using var command = source.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellationToken);
    }

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var database in options.Databases)
        {
            await EnsureDatabaseAsync(database, cancellationToken);
        }
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

    public Task StopAsync(ChildProcess process) => process.StopAsync(s_stopLimit);

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

    private async Task CreateClusterAsync(
        string programs,
        string folder,
        string cluster,
        CancellationToken cancellationToken
    )
    {
        // Made beside its place and moved there, so that an interrupted start leaves no half of one.
        const string Script = """
            set -e
            umask 077
            rm -rf "$1/unfinished"
            cat > "$1/password"
            "$2/initdb" -D "$1/unfinished" -U "$3" -A scram-sha-256 --pwfile="$1/password" -E UTF8 --locale=C.UTF-8
            rm "$1/password"
            mv "$1/unfinished" "$4"
            """;
        await OneShot.RequireAsync(
            _account,
            options.Password,
            cancellationToken,
            ["sh", "-c", Script, "initdb", folder, programs, options.UserName, cluster]
        );
    }
}

internal sealed record PostgresOptions(string Folder)
{
    /// <summary>The host's data folder, by which leftovers are known.</summary>
    public required string Mark { get; init; }
    public string UserName { get; init; } = "postgres";
    public required string Password { get; init; }
    public required int Port { get; init; }
    public IReadOnlyList<string> Databases { get; init; } = [];
    public Action<string> Output { get; init; } = static _ => { };
}
