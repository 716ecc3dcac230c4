using Assessment.Testing.Servers;
using Npgsql;
using Xunit;

namespace Assessment.Persistence.Tests.Storage;

/// <summary>A template is filled once, whoever asks for copies, and each copy is its owner's alone.</summary>
public sealed class DatabaseTemplateTest
{
    [Fact]
    public async Task TemplateAskedForByManyAtOnce_IsFilledOnce()
    {
        var filled = 0;
        var template = Template(
            async (database, cancellationToken) =>
            {
                Interlocked.Increment(ref filled);
                await ExecuteAsync(
                    database,
                    "CREATE TABLE kept AS SELECT 81 AS value",
                    cancellationToken
                );
            }
        );

        var copies = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => TestServers.CreateDatabaseAsync(template))
        );

        Assert.Equal(1, filled);
        Assert.Equal(copies.Length, copies.Distinct(StringComparer.Ordinal).Count());
        foreach (var copy in copies)
        {
            Assert.Equal(81, await ExecuteAsync(copy, "SELECT value FROM kept"));
            await TestServers.DropDatabaseAsync(copy);
        }
    }

    [Fact]
    public async Task RowsOfOneCopy_AreNotInTheNext()
    {
        var template = Template(
            (database, cancellationToken) =>
                ExecuteAsync(database, "CREATE TABLE kept (value int)", cancellationToken)
        );
        var first = await TestServers.CreateDatabaseAsync(template);
        await ExecuteAsync(first, "INSERT INTO kept VALUES (1)");

        var next = await TestServers.CreateDatabaseAsync(template);

        Assert.Null(await ExecuteAsync(next, "SELECT value FROM kept"));
        await TestServers.DropDatabaseAsync(first);
        await TestServers.DropDatabaseAsync(next);
    }

    [Fact]
    public async Task FillingBreaksOff_TheNextFillsAgain()
    {
        var breaks = true;
        var template = Template(
            async (database, cancellationToken) =>
            {
                await ExecuteAsync(database, "CREATE TABLE kept (value int)", cancellationToken);
                if (breaks)
                {
                    throw new InvalidOperationException("Breaks off.");
                }
            }
        );
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestServers.CreateDatabaseAsync(template)
        );
        breaks = false;

        var copy = await TestServers.CreateDatabaseAsync(template);

        Assert.Null(await ExecuteAsync(copy, "SELECT value FROM kept"));
        await TestServers.DropDatabaseAsync(copy);
    }

    [Fact]
    public async Task DatabaseDropped_WhileSomebodyIsConnected_IsGone()
    {
        var database = await TestServers.CreateDatabaseAsync();
        await using var connected = new NpgsqlConnection(database);
        await connected.OpenAsync();

        await TestServers.DropDatabaseAsync(database);

        var gone = await Assert.ThrowsAsync<PostgresException>(() =>
            ExecuteAsync(database, "SELECT 1")
        );
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }

    private static DatabaseTemplate Template(Func<string, CancellationToken, Task> fill) =>
        new($"template-{Guid.NewGuid():N}", fill);

    private static async Task<object?> ExecuteAsync(
        string database,
        string statement,
        CancellationToken cancellationToken = default
    )
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
