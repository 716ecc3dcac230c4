using Npgsql;

namespace Assessment.LocalHosting.Tests;

/// <summary>What the sample's services say they were given.</summary>
internal static class Given
{
    public static async Task<string> ToAsync(SampleHost host, string resource, string name)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(host.Url(resource), $"given/{name}"));
    }

    public static Task<string> DatabaseAsync(SampleHost host) =>
        ToAsync(host, "back", "ConnectionStrings:sample-db");
}

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
