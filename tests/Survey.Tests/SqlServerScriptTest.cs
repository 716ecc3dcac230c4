using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>There is no SQL Server here; Microsoft's own parser reads what would be sent to one.</summary>
public sealed class SqlServerScriptTest
{
    [Fact]
    public void Migrations_ForSqlServer_AreTransactSql()
    {
        using var db = Create();
        var script = db.GetService<IMigrator>()
            .GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        using var reader = new StringReader(script);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.Contains("CREATE TABLE [participations]", script);
        Assert.Empty(errors.Select(error => $"{error.Line}: {error.Message}"));
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
