using System.Diagnostics;
using Assessment.Testing.PrivateServers;
using Npgsql;
using Xunit;

namespace Assessment.AppHost.Tests;

public sealed class PostgresServerTest : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StoppedAndStartedAgain_DataIsFound()
    {
        await using (var first = await PostgresServer.StartAsync(_folder.Path))
        {
            await Sql.RunAsync(
                await first.CreateDatabaseAsync("survey-db"),
                "CREATE TABLE answer (value int); INSERT INTO answer VALUES (81)"
            );
        }

        await using var second = await PostgresServer.StartAsync(_folder.Path);

        var value = await Sql.RunAsync(
            await second.CreateDatabaseAsync("survey-db"),
            "SELECT value FROM answer"
        );
        Assert.Equal(81, value);
    }

    [Fact]
    public async Task Killed_StartsAgainAtTheSameAddressWithItsData()
    {
        await using var server = await PostgresServer.StartAsync(_folder.Path);
        var database = await server.CreateDatabaseAsync("survey-db");
        await Sql.RunAsync(database, "CREATE TABLE answer (value int)");

        await server.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Sql.RunAsync(database, "SELECT 1"));
        await server.StartAgainAsync();

        Assert.Null(await Sql.RunAsync(database, "SELECT value FROM answer"));
    }

    [Fact]
    public async Task FolderBelowOneThatItsAccountCannotEnter_DataIsFoundAgainAllTheSame()
    {
        // Only its owner may enter the scratch folder; under root the server runs as another account.
        var inner = Path.Combine(_folder.Path, "data");
        await using (var first = await PostgresServer.StartAsync(inner))
        {
            await Sql.RunAsync(first.ConnectionString, "CREATE TABLE kept (value int)");
        }

        await using var second = await PostgresServer.StartAsync(inner);

        Assert.Null(await Sql.RunAsync(second.ConnectionString, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task FolderCopiedWhileTheServerRan_StartsWithItsData()
    {
        var copy = Path.Combine(_folder.Path, "copy");
        await using var server = await PostgresServer.StartAsync(
            Path.Combine(_folder.Path, "first")
        );
        await Sql.RunAsync(server.ConnectionString, "CREATE TABLE kept (value int)");
        await server.KillAsync();
        using (var copying = Process.Start("cp", ["-a", Path.Combine(_folder.Path, "first"), copy]))
        {
            await copying.WaitForExitAsync();
        }
        await server.StartAgainAsync();

        await using var second = await PostgresServer.StartAsync(copy);

        Assert.Null(await Sql.RunAsync(second.ConnectionString, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task WrongPassword_IsRefused()
    {
        await using var server = await PostgresServer.StartAsync(_folder.Path);
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString)
        {
            Password = "wrong",
        };

        await Assert.ThrowsAsync<PostgresException>(() =>
            Sql.RunAsync(wrong.ConnectionString, "SELECT 1")
        );
    }

    [Fact]
    public async Task Started_ListensOnLoopbackOnly()
    {
        await using var server = await PostgresServer.StartAsync(_folder.Path);
        var port = new NpgsqlConnectionStringBuilder(server.ConnectionString).Port;

        Assert.Equal(["127.0.0.1"], Listening.AddressesOf(port));
    }
}
