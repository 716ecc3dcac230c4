using Assessment.Gateway.Storage;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Assessment.Gateway.Tests;

public sealed class SqlServerScriptTest
{
    private static SqlServerGatewayDb SqlServer() =>
        new(new DbContextOptionsBuilder<SqlServerGatewayDb>().UseSqlServer("Server=none").Options);

    [Fact]
    public void MigrationsForSqlServer_AreGoodTransactSql()
    {
        using var db = SqlServer();
        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("CREATE TABLE [sessions]", script, StringComparison.Ordinal);
        Assert.Empty(SqlServerScript.Errors(script));
    }

    [Fact]
    public void MigrationsOfBothDatabases_HaveTheWholeModel()
    {
        using var sqlServer = SqlServer();
        using var postgres = new GatewayDb(
            new DbContextOptionsBuilder<GatewayDb>().UseNpgsql("Host=none").Options
        );

        Assert.False(sqlServer.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }
}
