using Npgsql;

namespace Assessment.AppHost.Tests;

internal static class Sql
{
    public static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }
        );
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
