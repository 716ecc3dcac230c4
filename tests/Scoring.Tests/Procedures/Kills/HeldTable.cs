using Npgsql;

namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>A table that everybody reads and nobody writes until it is let go, so that a writer stands still there.</summary>
internal sealed class HeldTable : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _table;

    private HeldTable(NpgsqlConnection connection, string table)
    {
        _connection = connection;
        _table = table;
    }

    public static async Task<HeldTable> HoldAsync(string storage, string table)
    {
        var connection = new NpgsqlConnection(storage);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand(
            $"BEGIN; LOCK TABLE {table} IN SHARE MODE",
            connection
        );
        await hold.ExecuteNonQueryAsync();
        return new HeldTable(connection, table);
    }

    public async Task<bool> IsWaitedForAsync()
    {
        await using var waiting = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND relation = to_regclass($1))",
            _connection
        )
        {
            Parameters = { new() { Value = _table } },
        };
        return (bool)(await waiting.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var letGo = new NpgsqlCommand("ROLLBACK", _connection))
        {
            await letGo.ExecuteNonQueryAsync();
        }

        await _connection.DisposeAsync();
    }
}
