using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Testing.Hosts.Permissions;

/// <summary>Every table of a service is locked by township, in the model and in the database.</summary>
public abstract class TownshipRows<TProgram, TDb>(RunningService<TProgram, TDb> host)
    where TProgram : class
    where TDb : ServiceDb
{
    [Fact]
    public async Task EveryTable_HasTheTownshipsFilterAndTheDatabasesPolicy()
    {
        var (tables, locked) = await host.ReadAsync(
            "any",
            async db =>
                (
                    RowLevelSecurity.TownshipTables(db.Model),
                    await db
                        .Database.SqlQuery<string>(
                            $"""
                            SELECT c.relname::text AS "Value" FROM pg_class c
                            JOIN pg_policy p ON p.polrelid = c.oid
                            WHERE c.relrowsecurity AND c.relforcerowsecurity
                            """
                        )
                        .ToListAsync()
                )
        );

        Assert.NotEmpty(tables);
        Assert.Equal(tables.Order(StringComparer.Ordinal), locked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Connections_AreOfARoleThatPassesNoPolicy()
    {
        var passes = await host.ReadAsync(
            "any",
            db =>
                db.Database.SqlQuery<bool>(
                        $"""SELECT rolsuper OR rolbypassrls AS "Value" FROM pg_roles WHERE rolname = current_user"""
                    )
                    .SingleAsync()
        );

        Assert.False(passes);
    }
}
