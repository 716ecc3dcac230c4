using Assessment.Imports.Undoing;
using Assessment.Payout.Sheets;
using Assessment.Payout.Storage;
using Assessment.Payout.Townships;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Bases;

/// <summary>Puts the pay bases back to what they were before an import, as long as no sheet has said an amount by them.</summary>
public sealed class BasesUndo(PayoutDb db, SheetStore sheets)
{
    public async Task RunAsync(ImportUndo undo, CancellationToken cancellationToken)
    {
        await db.LockTownshipAsync<PayoutTownship>(cancellationToken);
        var bases = await db.Bases.ToDictionaryAsync(row => row.Person, cancellationToken);
        var used = await FirstSaidAsync(cancellationToken);
        foreach (var row in undo.Rows<BaseRow>())
        {
            if (
                bases.GetValueOrDefault(row.After.Person) is not { } known
                || known.Base != row.After.Base
            )
            {
                undo.Obstruct(ImportUndo.ChangedSince, row.Key, "此后已变更");
            }
            else if (
                used.TryGetValue(row.After.Person, out var said) && said.Any(at => at >= row.At)
            )
            {
                undo.Obstruct(ImportUndo.InUse, row.Key, "已按此基数列入发放表");
            }
            else if (row.Before is { } before)
            {
                known.Base = before.Base;
            }
            else
            {
                db.Bases.Remove(known);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await sheets.BasesChangedAsync(cancellationToken);
    }

    /// <summary>
    /// By person, when each cycle's sheets first said an amount: later sheets keep what was said, so that is when the
    /// base was used.
    /// </summary>
    private async Task<Dictionary<string, List<DateTimeOffset>>> FirstSaidAsync(
        CancellationToken cancellationToken
    )
    {
        var said = await db
            .Lines.Where(line => line.Amount != null)
            .Join(
                db.Sheets,
                line => line.Sheet,
                sheet => sheet.Id,
                (line, sheet) =>
                    new
                    {
                        line.Person,
                        sheet.Cycle,
                        sheet.MadeAt,
                    }
            )
            .GroupBy(line => new { line.Person, line.Cycle })
            .Select(lines => new { lines.Key.Person, At = lines.Min(line => line.MadeAt) })
            .ToListAsync(cancellationToken);
        return said.GroupBy(line => line.Person, line => line.At)
            .ToDictionary(lines => lines.Key, lines => lines.ToList(), StringComparer.Ordinal);
    }
}
