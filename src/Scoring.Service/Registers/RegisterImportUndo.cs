using Assessment.Imports.Undoing;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Time;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Registers;

/// <summary>The version of a row that an import found, or left. What the row said in it is in the history.</summary>
internal sealed record ImportedVersion(long Version);

/// <summary>
/// Supersedes what an import brought into the township's current registers: a changed row says again what it said before,
/// an added one no longer counts. The history keeps both.
/// </summary>
internal sealed class RegisterImportUndo(
    ScoringDb db,
    RegisterReading reading,
    RowReferences references
)
{
    public async Task RunAsync(
        Register register,
        ImportUndo undo,
        CancellationToken cancellationToken
    )
    {
        var locked = await LockedScope.OfAsync(db, RegisterScope.Current, cancellationToken);
        var rows = await db
            .RegisterRows.Where(row => row.Cycle == Guid.Empty && row.Register == register.Name)
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellationToken);
        var taken = await TakenAsync(register, cancellationToken);
        var referredTo = await references.KeysAsync(
            register,
            RegisterScope.Current,
            cancellationToken
        );
        var former = await FormerAsync(undo, cancellationToken);
        var edit = new RegisterEdit(
            ChinaTime.DayOf(undo.At),
            undo.Record.Length > RegisterRow.ReasonLength
                ? undo.Record[..RegisterRow.ReasonLength]
                : undo.Record,
            undo.By,
            undo.At,
            undo.Job.Id
        );
        var changed = 0;
        foreach (var imported in undo.Rows<ImportedVersion>())
        {
            var row = rows[imported.Key];
            if (row.Version != imported.After.Version)
            {
                undo.Obstruct(ImportUndo.ChangedSince, row.Key, "此后已变更");
            }
            else if (taken.GetValueOrDefault(row.Id) >= row.Version)
            {
                undo.Obstruct(ImportUndo.InUse, row.Key, "已转入考核周期");
            }
            else if (imported.Before is null && referredTo.Contains(row.Key))
            {
                undo.Obstruct(ImportUndo.InUse, row.Key, "已有其他名册的记录与之有关");
            }
            else
            {
                db.RegisterChanges.Add(
                    imported.Before is { } before
                        ? row.Restore(former[(row.Id, before.Version)], register, edit)
                        : row.Undo(edit)
                );
                changed++;
            }
        }

        if (changed > 0)
        {
            await db.SaveChangesAsync(cancellationToken);
            await locked.CountChangeAsync(
                areas: register == AllRegisters.Areas,
                reading,
                cancellationToken
            );
        }
    }

    /// <summary>The newest version of each row that a cycle has taken over.</summary>
    private async Task<Dictionary<Guid, long>> TakenAsync(
        Register register,
        CancellationToken cancellationToken
    ) =>
        await db
            .RegisterRows.Where(row => row.TakenFrom != null && row.Register == register.Name)
            .GroupBy(row => row.TakenFrom!.Value)
            .Select(group => new { group.Key, Version = group.Max(row => row.TakenVersion ?? 0) })
            .ToDictionaryAsync(group => group.Key, group => group.Version, cancellationToken);

    /// <summary>What the rows that the import changed had said before it, by row and version.</summary>
    private async Task<Dictionary<(Guid Row, long Version), RowSnapshot>> FormerAsync(
        ImportUndo undo,
        CancellationToken cancellationToken
    )
    {
        var changes = await db
            .RegisterChanges.AsNoTracking()
            .Where(change => change.Import == undo.Job.Id && change.BeforeJson != null)
            .Select(change => new
            {
                change.Row,
                change.Version,
                change.BeforeJson,
            })
            .ToListAsync(cancellationToken);
        return changes.ToDictionary(
            change => (change.Row, change.Version - 1),
            change => RowSnapshot.Of(change.BeforeJson!)
        );
    }
}
