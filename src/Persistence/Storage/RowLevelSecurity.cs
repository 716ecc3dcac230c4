using System.Text;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable RS0030 // What is not about rows but about who sees them can be said in SQL only.

namespace Assessment.Persistence.Storage;

/// <summary>
/// 行级隔离: the second guard of a township's rows, in PostgreSQL itself. Each connection says for which township it works
/// (<see cref="TownshipOfConnection"/>), and the database shows and takes no other rows, whatever the query says. The
/// policies are applied to every table of township rows at each start, so a table that is added later has them too.
/// SQL Server is left with the first guard, the query filter and the guard.
/// </summary>
public sealed class RowLevelSecurity
{
    /// <summary>Setting of the session: id of the township.</summary>
    public const string TownshipSetting = "assessment.township";

    /// <summary>Setting of the session: <c>on</c> where the job looks across townships.</summary>
    public const string AcrossSetting = "assessment.across";

    private const string Policy = "township_rows";
    private const string RowsRole = "assessment_rows";

    /// <summary>
    /// The role that connections take on, or null where they need none: superusers pass every policy, so a server that
    /// is signed in to as one gets an additional role that may only read and write rows.
    /// </summary>
    public string? Role { get; private set; }

    public async Task ApplyAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var tables = TownshipTables(db.Model);
        if (!db.Database.IsNpgsql())
        {
            return;
        }

        var sql = db.GetService<ISqlGenerationHelper>();
        await db.Database.ExecuteSqlRawAsync(PoliciesFor(tables, sql), cancellationToken);
        var passes = await db
            .Database.SqlQueryRaw<bool>(
                """SELECT rolsuper OR rolbypassrls AS "Value" FROM pg_roles WHERE rolname = current_user"""
            )
            .SingleAsync(cancellationToken);
        if (passes)
        {
            await db.Database.ExecuteSqlRawAsync(RoleThatPassesNone, cancellationToken);
            Role = RowsRole;
        }
    }

    /// <summary>The tables that hold rows of townships: all but those of which the entity says that they are the deployment's.</summary>
    /// <exception cref="InvalidOperationException">An entity does not say whose its rows are, or no filter hides a township's.</exception>
    public static IReadOnlyList<string> TownshipTables(IModel model)
    {
        var entities = model
            .GetEntityTypes()
            .Where(entity => !typeof(IDeploymentOwned).IsAssignableFrom(entity.ClrType))
            .ToList();
        var open = entities
            .Where(entity =>
                !typeof(ITownshipOwned).IsAssignableFrom(entity.ClrType)
                || entity.FindDeclaredQueryFilter(ServiceDb.TownshipFilter) is null
            )
            .Select(entity => entity.ShortName())
            .ToList();
        return open.Count == 0
            ? [.. entities.Select(entity => entity.GetTableName()!).Distinct()]
            : throw new InvalidOperationException(
                $"Rows without the township's filter: {string.Join(", ", open)}."
            );
    }

    private static string PoliciesFor(IEnumerable<string> tables, ISqlGenerationHelper sql)
    {
        var column = sql.DelimitIdentifier(nameof(ITownshipOwned.Township));
        var rule =
            $"{column} = current_setting('{TownshipSetting}', true) OR current_setting('{AcrossSetting}', true) = 'on'";
        var script = new StringBuilder();
        foreach (var table in tables.Select(sql.DelimitIdentifier))
        {
            script.AppendLine(
                $"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS {Policy} ON {table};
                CREATE POLICY {Policy} ON {table} USING ({rule}) WITH CHECK ({rule});
                """
            );
        }

        return script.ToString();
    }

    /// <summary>Two services of one server may start at the same moment; the second then finds the role made.</summary>
    private const string RoleThatPassesNone = $"""
        DO $$ BEGIN
          CREATE ROLE {RowsRole} NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;
        GRANT USAGE ON SCHEMA public TO {RowsRole};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {RowsRole};
        GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {RowsRole};
        """;
}
