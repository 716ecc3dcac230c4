using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Hosts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Assessment.Hotline.Tests;

public sealed class SqlServerScriptTest
{
    [Fact]
    public void MigrationsForSqlServer_AreGoodTransactSql()
    {
        using var db = new SqlServerHotlineDb(
            new DbContextOptionsBuilder<SqlServerHotlineDb>().UseSqlServer("Server=none").Options,
            new TownshipScope()
        );
        var script = db.GetService<IMigrator>().GenerateScript();

        Assert.Contains("CREATE TABLE [tickets]", script);
        Assert.Empty(SqlServerScript.Errors(script));
    }

    [Theory]
    [InlineData(TicketState.Countable)]
    [InlineData(TicketState.Excluded)]
    [InlineData(TicketState.Unattributed)]
    [InlineData(TicketState.OutsideWindow)]
    public void QueryOfAState_ForSqlServer_IsGoodTransactSql(TicketState state)
    {
        using var db = new SqlServerHotlineDb(
            new DbContextOptionsBuilder<SqlServerHotlineDb>().UseSqlServer("Server=none").Options,
            new TownshipScope()
        );
        var cycle = new HotlineCycle
        {
            From = new DateOnly(2024, 1, 1),
            To = new DateOnly(2024, 12, 31),
            Sources = [.. TicketSources.All],
        };
        var query = db.Tickets.Where(TicketStates.Is(state, cycle)).ToQueryString();

        Assert.Contains("[tickets]", query);
        Assert.Empty(SqlServerScript.Errors(query));
    }

    [Fact]
    public void MigrationsOfBothDatabases_HaveTheWholeModel()
    {
        using var sqlServer = new SqlServerHotlineDb(
            new DbContextOptionsBuilder<SqlServerHotlineDb>().UseSqlServer("Server=none").Options,
            new TownshipScope()
        );
        using var postgres = new HotlineDb(
            new DbContextOptionsBuilder<HotlineDb>().UseNpgsql("Host=none").Options,
            new TownshipScope()
        );

        Assert.False(sqlServer.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }
}
