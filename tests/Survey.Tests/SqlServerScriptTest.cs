using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Storage;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Assessment.Survey.Tests;

public sealed class SqlServerScriptTest
{
    [Fact]
    public void Migrations_ForSqlServer_AreTransactSql()
    {
        using var db = Create();
        var script = db.GetService<IMigrator>()
            .GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Contains("CREATE TABLE [participations]", script);
        Assert.Empty(SqlServerScript.Errors(script));
    }

    [Fact]
    public void Migrations_ForSqlServer_AreUpToDateWithTheModel()
    {
        using var db = Create();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static SqlServerSurveyDb Create() =>
        new(
            new DbContextOptionsBuilder<SqlServerSurveyDb>()
                .UseSqlServer("Server=not-connected")
                .Options,
            new TownshipScope()
        );
}
