using Assessment.Persistence.Auditing;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Imports.Undoing;

/// <summary>撤销导入: puts back what was before an import, in one transaction with the note of who did it, when and why.</summary>
public sealed class Undo(ServiceDb db, IEnumerable<IImport> imports, TimeProvider time)
{
    /// <exception cref="ImportCannotBeUndone">Imports of the kind cannot.</exception>
    /// <exception cref="ImportMustHaveTakenEffect">It has not ended, or was refused.</exception>
    /// <exception cref="ImportIsUndoneAlready">It is.</exception>
    /// <exception cref="NothingMayRestOnAnUndoneImport">Something does.</exception>
    /// <exception cref="UndoingNeedsAReason">There is none, or it is too long.</exception>
    public async Task<ImportJob> RunAsync(
        ImportJob seen,
        string? reason,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (
            imports.SingleOrDefault(import => import.Kind == seen.Kind)
            is not IUndoableImport import
        )
        {
            throw new ImportCannotBeUndone(
                imports.FirstOrDefault(other => other.Kind == seen.Kind)?.Title ?? seen.Kind
            );
        }

        var given = UndoingNeedsAReason.In(reason);
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await NoteAsync(seen.Id, given, by, now, cancellationToken);
        var job = await db
            .Imports.AsNoTracking()
            .SingleAsync(job => job.Id == seen.Id, cancellationToken);
        var rows = await db
            .ImportedRows.AsNoTracking()
            .Where(row => row.Import == job.Id)
            .ToListAsync(cancellationToken);
        var undo = new ImportUndo(job, rows, given, by, now);
        await import.UndoAsync(undo, cancellationToken);
        if (undo.ObstacleCount > 0)
        {
            throw new NothingMayRestOnAnUndoneImport(undo.ObstacleCount, undo.Obstacles);
        }

        db.Record(ImportRecords.Undone(job, given));
        await db.SaveChangesAsync(cancellationToken);
        await db
            .ImportedRows.Where(row => row.Import == job.Id)
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return job;
    }

    /// <summary>An update, so that of two who undo the same import at the same moment the second waits for the first.</summary>
    private async Task NoteAsync(
        Guid id,
        string reason,
        string by,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var noted = await db
            .Imports.Where(job =>
                job.Id == id && job.Status == ImportStatus.Completed && job.UndoneAt == null
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(job => job.UndoneAt, now)
                        .SetProperty(job => job.UndoneBy, by)
                        .SetProperty(job => job.UndoReason, reason),
                cancellationToken
            );
        if (noted == 0)
        {
            throw await db.Imports.AnyAsync(
                job => job.Id == id && job.UndoneAt != null,
                cancellationToken
            )
                ? new ImportIsUndoneAlready()
                : new ImportMustHaveTakenEffect();
        }
    }
}
