using Assessment.Imports.Undoing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>Supersedes the events that an import brought: by what held before, or by withdrawals.</summary>
public sealed class EventsUndo(ScoringDb db, EventLedger ledger)
{
    public async Task RunAsync(ImportUndo undo, CancellationToken cancellationToken)
    {
        var cycle = await db.LockCycleAsync(undo.Job.Cycle, cancellationToken);
        cycle.AdmitEntries();
        var entries = await db
            .Events.AsNoTracking()
            .Where(entry => entry.Cycle == cycle.Id)
            .ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var superseded = entries
            .Values.Select(entry => entry.Supersedes)
            .OfType<long>()
            .ToHashSet();
        var restored = new List<EventEntry>();
        foreach (var row in undo.Rows<LedgerPlace>())
        {
            if (superseded.Contains(row.After.Entry))
            {
                undo.Obstruct(ImportUndo.ChangedSince, row.Key, "此后已核实、核准、更正或撤回");
                continue;
            }

            restored.Add(
                entries[row.After.Entry]
                    .Undo(row.Before is { } before ? entries[before.Entry] : null, undo)
            );
        }

        await ledger.AddAsync(cycle, restored, cancellationToken);
    }
}
