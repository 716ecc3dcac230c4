using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace Assessment.Payout.Tests;

/// <summary>No SQL Server can be run everywhere; Microsoft's own parser reads what would be sent to one.</summary>
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

        new TSql150Parser(initialQuotedIdentifiers: true).Parse(
            new StringReader(script),
            out var errors
        );

        Assert.Contains("CREATE TABLE [sheets]", script);
        Assert.Empty(errors);
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
