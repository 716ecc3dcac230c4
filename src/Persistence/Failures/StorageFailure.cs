using System.Data.Common;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Assessment.Persistence.Failures;

/// <summary>数据库故障: the database cannot do what any caller asks; it passes by itself or through ops.</summary>
/// <param name="Code">Stable code for programs.</param>
/// <param name="RetryAfter">When it is worth trying again.</param>
public sealed record StorageFailure(string Code, TimeSpan RetryAfter)
{
    /// <summary>存储空间已满</summary>
    public static readonly StorageFailure Full = new("storage-is-full", TimeSpan.FromSeconds(60));

    /// <summary>数据库暂时无法访问</summary>
    public static readonly StorageFailure Away = new(
        "storage-unavailable",
        TimeSpan.FromSeconds(10)
    );

    /// <summary>SQL Server's numbers for a full data file, log or disk.</summary>
    private static readonly int[] SqlServerFull = [1101, 1105, 3257, 5149, 9002];

    /// <summary>SQL Server's numbers for a server, or a database of it, that is not there at the moment.</summary>
    private static readonly int[] SqlServerAway =
    [
        -2,
        -1,
        2,
        53,
        64,
        121,
        233,
        701,
        802,
        922,
        924,
        945,
        983,
        4060,
        6005,
        10053,
        10054,
        10060,
        10061,
        17142,
    ];

    /// <returns>Null where the failure lies with the request or the program.</returns>
    public static StorageFailure? Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException database)
            {
                return OfDatabase(database);
            }
        }

        return null;
    }

    private static StorageFailure? OfDatabase(DbException failure) =>
        failure switch
        {
            PostgresException postgres => OfSqlState(postgres.SqlState),
            // The server was not reached, hung up, or was silent for too long.
            NpgsqlException { IsTransient: true } => Away,
            SqlException sql when SqlServerFull.Contains(sql.Number) => Full,
            SqlException sql when SqlServerAway.Contains(sql.Number) => Away,
            _ => null,
        };

    /// <summary>PostgreSQL's classes: 53 out of resources, 08 connection, 57P shut down by its operators, 58030 disk.</summary>
    private static StorageFailure? OfSqlState(string state) =>
        state switch
        {
            PostgresErrorCodes.DiskFull => Full,
            PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.IoError => Away,
            _ when state.StartsWith("53", StringComparison.Ordinal) => Away,
            _ when state.StartsWith("08", StringComparison.Ordinal) => Away,
            _ => null,
        };
}
