using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Assessment.Payout.Tests;

public sealed class SqlServerScriptTest
{
    [Fact]
    public void MigrationsForSqlServer_AreGoodTransactSql()
    {
        using var db = new SqlServerPayoutDb(
            new DbContextOptionsBuilder<SqlServerPayoutDb>().UseSqlServer("Server=none").Options,
            new TownshipScope()
        );
        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("CREATE TABLE [sheets]", script);
        Assert.Empty(SqlServerScript.Errors(script));
    }

    [Fact]
    public void MigrationsOfBothDatabases_HaveTheWholeModel()
    {
        using var sqlServer = new SqlServerPayoutDb(
            new DbContextOptionsBuilder<SqlServerPayoutDb>().UseSqlServer("Server=none").Options,
            new TownshipScope()
        );
        using var postgres = new PayoutDb(
            new DbContextOptionsBuilder<PayoutDb>().UseNpgsql("Host=none").Options,
            new TownshipScope()
        );

        Assert.False(sqlServer.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }
}
