using System.Globalization;
using Assessment.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

#pragma warning disable RS0030 // The entries are written at the commit, when no other change may be saved with them; a trigger can be said in SQL only.

namespace Assessment.Persistence.Auditing;

/// <summary>The tables of the audit log, as far as they are not written by EF Core.</summary>
internal static class AuditTables
{
    /// <summary>Locks the township's chain until the transaction ends; the first transaction adds it.</summary>
    /// <returns>Place and hash of the last entry.</returns>
    public static async Task<(long Sequence, string Hash)> LockChainAsync(
        DbContext db,
        string township,
        CancellationToken cancellationToken
    )
    {
        var chain = db.Set<AuditChain>().AsNoTracking().Where(row => row.Township == township);
        if (await LockAsync(chain, cancellationToken) == 0)
        {
            await db.Database.ExecuteSqlRawAsync(
                AddChain(db),
                [township, AuditHash.OfNothing],
                cancellationToken
            );
            await LockAsync(chain, cancellationToken);
        }

        var last = await chain.SingleAsync(cancellationToken);
        return (last.Sequence, last.Hash);
    }

    /// <summary>Writes sealed entries, the chain of which is locked.</summary>
    public static async Task AppendAsync(
        DbContext db,
        string township,
        IReadOnlyList<AuditEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var insert = InsertInto(db, typeof(AuditEntry), out var columns);
        foreach (var entry in entries)
        {
            await db.Database.ExecuteSqlRawAsync(
                insert,
                columns.Select(column => column.PropertyInfo!.GetValue(entry)!),
                cancellationToken
            );
        }

        var last = entries[^1];
        await db.Set<AuditChain>()
            .Where(row => row.Township == township)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.Sequence, last.Sequence)
                        .SetProperty(row => row.Hash, last.Hash),
                cancellationToken
            );
    }

    /// <summary>
    /// Lets PostgreSQL itself refuse to change or delete entries, whoever asks. Who may alter the table can lift that;
    /// then the chain shows it.
    /// </summary>
    public static Task ProtectAsync(DbContext db, CancellationToken cancellationToken)
    {
        if (
            !db.Database.IsNpgsql()
            || db.Model.FindEntityType(typeof(AuditEntry)) is not { } entries
        )
        {
            return Task.CompletedTask;
        }

        return db.Database.ExecuteSqlRawAsync(RefusalFor(NameOf(db, entries)), cancellationToken);
    }

    private static string RefusalFor(string table) =>
        $"""
            DO $protect$ BEGIN
              IF EXISTS (SELECT FROM pg_trigger WHERE tgname = 'audit_written_once' AND tgrelid = '{table}'::regclass) THEN
                RETURN;
              END IF;
              -- Another replica may start at the same moment.
              LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE;
              CREATE OR REPLACE FUNCTION audit_written_once() RETURNS trigger LANGUAGE plpgsql AS $refuse$ BEGIN
                RAISE EXCEPTION 'Entries of the audit log are never changed.' USING ERRCODE = 'restrict_violation';
              END $refuse$;
              CREATE OR REPLACE TRIGGER audit_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION audit_written_once();
            END $protect$;
            """;

    private static Task<int> LockAsync(
        IQueryable<AuditChain> chain,
        CancellationToken cancellationToken
    ) =>
        chain.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Sequence, row => row.Sequence),
            cancellationToken
        );

    /// <summary>Two first transactions at once: the second waits for the first, and then finds the row.</summary>
    private static string AddChain(DbContext db)
    {
        var type = db.Model.FindEntityType(typeof(AuditChain))!;
        var sql = db.GetService<ISqlGenerationHelper>();
        var (table, township, sequence, hash) = (
            NameOf(db, type),
            sql.DelimitIdentifier(nameof(AuditChain.Township)),
            sql.DelimitIdentifier(nameof(AuditChain.Sequence)),
            sql.DelimitIdentifier(nameof(AuditChain.Hash))
        );
        return db.Database.IsNpgsql()
            ? $$"""
                INSERT INTO {{table}} ({{township}}, {{sequence}}, {{hash}}) VALUES ({0}, 0, {1})
                ON CONFLICT DO NOTHING
                """
            : $$"""
                INSERT INTO {{table}} ({{township}}, {{sequence}}, {{hash}}) SELECT {0}, 0, {1}
                WHERE NOT EXISTS (SELECT 1 FROM {{table}} WITH (UPDLOCK, HOLDLOCK) WHERE {{township}} = {0})
                """;
    }

    private static string InsertInto(
        DbContext db,
        Type entity,
        out IReadOnlyList<IProperty> columns
    )
    {
        var type = db.Model.FindEntityType(entity)!;
        var sql = db.GetService<ISqlGenerationHelper>();
        columns =
        [
            .. type.GetProperties()
                .Where(property => property.ValueGenerated == ValueGenerated.Never),
        ];
        var names = columns.Select(column => sql.DelimitIdentifier(column.GetColumnName()));
        var values = Enumerable
            .Range(0, columns.Count)
            .Select(place => string.Create(CultureInfo.InvariantCulture, $"{{{place}}}"));
        return $"INSERT INTO {NameOf(db, type)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
    }

    private static string NameOf(DbContext db, IEntityType type) =>
        db.GetService<ISqlGenerationHelper>().DelimitIdentifier(type.GetTableName()!);
}
