using Npgsql;

namespace Assessment.Testing.Servers;

/// <summary>A PostgreSQL in which each test fixture has a database of its own, whoever started it.</summary>
/// <param name="connectionString">Of somebody who may make databases.</param>
public sealed class DatabaseServer(string connectionString)
{
    public string ConnectionString => connectionString;

    /// <summary>Makes a database, empty or as a copy of the template, and gives its connection string.</summary>
    public async Task<string> CreateAsync(
        string name,
        DatabaseTemplate? template,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await ConnectAsync(cancellationToken);
        if (template is not null)
        {
            await EnsureAsync(connection, template, cancellationToken);
        }

        await ExecuteAsync(
            connection,
            $"CREATE DATABASE {Quoted(name)}"
                + (template is null ? "" : $" TEMPLATE {Quoted(template.Name)}"),
            cancellationToken
        );
        return For(name);
    }

    /// <summary>Whoever is still connected is cut off.</summary>
    /// <param name="database">Its connection string.</param>
    public async Task DropAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await DropAsync(
            connection,
            new NpgsqlConnectionStringBuilder(database).Database!,
            cancellationToken
        );
    }

    /// <summary>
    /// Only a database without connections can be copied, so that nobody may connect to a finished template. It has its
    /// name from when it is finished: what an interrupted process left behind is made again.
    /// </summary>
    private async Task EnsureAsync(
        NpgsqlConnection connection,
        DatabaseTemplate template,
        CancellationToken cancellationToken
    )
    {
        await using var exists = new NpgsqlCommand(
            "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)",
            connection
        )
        {
            Parameters = { new() { Value = template.Name } },
        };
        // Other test processes may want the same template; the lock is given back with the connection.
        await using (
            var turn = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext($1))", connection)
            {
                Parameters = { new() { Value = template.Name } },
            }
        )
        {
            await turn.ExecuteNonQueryAsync(cancellationToken);
        }

        if ((bool)(await exists.ExecuteScalarAsync(cancellationToken))!)
        {
            return;
        }

        var unfinished = $"{template.Name}-unfinished";
        await DropAsync(connection, unfinished, cancellationToken);
        await ExecuteAsync(connection, $"CREATE DATABASE {Quoted(unfinished)}", cancellationToken);
        await template.FillAsync(For(unfinished, pooling: false), cancellationToken);
        await ExecuteAsync(
            connection,
            $"ALTER DATABASE {Quoted(unfinished)} ALLOW_CONNECTIONS false",
            cancellationToken
        );
        await ExecuteAsync(
            connection,
            $"ALTER DATABASE {Quoted(unfinished)} RENAME TO {Quoted(template.Name)}",
            cancellationToken
        );
    }

    private string For(string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Database = database,
            Pooling = pooling,
        }.ConnectionString;

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static Task DropAsync(
        NpgsqlConnection connection,
        string name,
        CancellationToken cancellationToken
    ) =>
        ExecuteAsync(
            connection,
            $"DROP DATABASE IF EXISTS {Quoted(name)} WITH (FORCE)",
            cancellationToken
        );

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string statement,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}
