using Assessment.Scoring.Events;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Assessment.Scoring.Tests;

public sealed class SqlServerScriptTest : IDisposable
{
    private readonly SqlServerScoringDb _db = new(
        new DbContextOptionsBuilder<SqlServerScoringDb>().UseSqlServer("Server=none").Options,
        new TownshipScope()
    );

    public void Dispose() => _db.Dispose();

    [Fact]
    public void MigrationsForSqlServer_AreGoodTransactSql()
    {
        var script = _db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("CREATE TABLE [ledger]", script);
        Assert.Empty(SqlServerScript.Errors(script));
    }

    [Fact]
    public void QueriesOfTheLedgers_ForSqlServer_AreGoodTransactSql()
    {
        Assert.Empty(
            SqlServerScript.Errors(new FactLedger(_db).Holding(Guid.Empty).ToQueryString())
        );
        Assert.Empty(
            SqlServerScript.Errors(
                new EventLedger(_db, TimeProvider.System).Newest(Guid.Empty).ToQueryString()
            )
        );
    }

    [Fact]
    public void MigrationsOfBothDatabases_HaveTheWholeModel()
    {
        using var postgres = new ScoringDb(
            new DbContextOptionsBuilder<ScoringDb>().UseNpgsql("Host=none").Options,
            new TownshipScope()
        );

        Assert.False(_db.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }
}
