using Assessment.Imports.Undoing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Sheets;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Scores;

/// <summary>Supersedes the scores that an import brought: by what held before, or by withdrawals.</summary>
public sealed class ScoresUndo(ScoringDb db, FactLedger ledger, SheetStore sheets)
{
    public async Task RunAsync(ImportUndo undo, CancellationToken cancellationToken)
    {
        var cycle = await db.LockCycleAsync(undo.Job.Cycle, cancellationToken);
        cycle.AdmitEntries();
        var entries = await db
            .Ledger.AsNoTracking()
            .Where(entry => entry.Cycle == cycle.Id && entry.Source == Sources.Department)
            .ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var superseded = entries
            .Values.Select(entry => entry.Supersedes)
            .OfType<long>()
            .ToHashSet();
        var locked = await sheets.LockedAsync(cycle.Id, cancellationToken);
        var reporter = new Reporter(cycle.Id, Sources.Department, undo.By, undo.At);
        var restored = new List<LedgerEntry>();
        foreach (var row in undo.Rows<LedgerPlace>())
        {
            if (superseded.Contains(row.After.Entry))
            {
                undo.Obstruct(ImportUndo.ChangedSince, row.Key, "此后已更正或撤回");
                continue;
            }

            if (locked.Contains(SheetKey.Of(entries[row.After.Entry])))
            {
                undo.Obstruct("sheetIsLocked", row.Key, "所在的评分表已经提交或签批");
                continue;
            }

            restored.Add(
                LedgerChanges.Restoration(
                    reporter,
                    entries[row.After.Entry],
                    row.Before is { } before ? entries[before.Entry] : null,
                    undo
                )
            );
        }

        await ledger.RestoreAsync(cycle, restored, cancellationToken);
    }
}
