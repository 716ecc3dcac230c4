using Npgsql;

namespace Assessment.Scoring.Tests.Procedures.Kills;

/// <summary>What a cycle has left in Scoring's database, past the service.</summary>
internal sealed class ProcedureRecords(string storage, Guid cycle)
{
    /// <summary>Number and kind of each act.</summary>
    public Task<List<(int Number, string Act)>> ActsAsync() =>
        ReadAsync(
            """
            SELECT "Number", "ActJson"::json ->> 'act' FROM procedure_acts WHERE "Cycle" = $1 ORDER BY "Number"
            """,
            row => (row.GetInt32(0), row.GetString(1))
        );

    /// <summary>The results that acts made or pinned.</summary>
    public Task<List<int>> ResultsOfActsAsync() =>
        ReadAsync(
            """
            SELECT DISTINCT coalesce("ActJson"::json ->> 'Result', "ActJson"::json -> 'Consequence' ->> 'Result')::int
            FROM procedure_acts
            WHERE "Cycle" = $1 AND coalesce("ActJson"::json ->> 'Result', "ActJson"::json -> 'Consequence' ->> 'Result') IS NOT NULL
            ORDER BY 1
            """,
            row => row.GetInt32(0)
        );

    public Task<List<int>> ResultsAsync() =>
        ReadAsync(
            """SELECT "Number" FROM results WHERE "Cycle" = $1 ORDER BY "Number" """,
            row => row.GetInt32(0)
        );

    /// <summary>The digests that acts made final, by version.</summary>
    public Task<List<(int Version, string Digest)>> FinalsAsync() =>
        ReadAsync(
            """
            SELECT ("ActJson"::json ->> 'Version')::int, "ActJson"::json ->> 'Digest' FROM procedure_acts
            WHERE "Cycle" = $1 AND "ActJson"::json ->> 'act' = 'finalized' ORDER BY "Number"
            """,
            row => (row.GetInt32(0), row.GetString(1))
        );

    public Task<List<int>> FinalFilesAsync() =>
        ReadAsync(
            """SELECT "Version" FROM final_files WHERE "Cycle" = $1 ORDER BY "Version" """,
            row => row.GetInt32(0)
        );

    /// <summary>The actions of the audit log, in its order.</summary>
    public Task<List<string>> AuditAsync() =>
        ReadAsync(
            """SELECT "Action" FROM audit_entries WHERE "Cycle" = $1 ORDER BY "Sequence" """,
            row => row.GetString(0)
        );

    /// <summary>How many messages are still to leave.</summary>
    public async Task<long> OutboxAsync() =>
        (
            await ReadAsync(
                "SELECT count(*) FROM outbox WHERE $1::uuid IS NOT NULL",
                row => row.GetInt64(0)
            )
        )[0];

    private async Task<List<T>> ReadAsync<T>(string query, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(storage);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection)
        {
            Parameters = { new() { Value = cycle } },
        };
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync())
        {
            all.Add(read(rows));
        }

        return all;
    }
}
