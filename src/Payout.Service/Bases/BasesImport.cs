using Assessment.Imports;
using Assessment.Imports.Undoing;
using Assessment.Payout.Sheets;
using Assessment.Payout.Storage;
using Assessment.Payout.Townships;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Bases;

/// <summary>绩效基数导入. The latest row, and the latest file, holds.</summary>
public sealed class BasesImport(PayoutDb db, SheetStore sheets, BasesUndo undoing) : IUndoableImport
{
    public string Kind => "bases";

    public string Title => "绩效基数";

    public string About => "按人发放的基数，仅用于绩效核算。";

    public bool ForCycle => false;

    public IReadOnlyList<ImportColumn> Columns => BaseRow.Columns;

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadRowsAsync(BaseRow.Read, cancellationToken);
        await db.LockTownshipAsync<PayoutTownship>(cancellationToken);
        var bases = await db.Bases.ToDictionaryAsync(row => row.Person, cancellationToken);
        var (added, updated) = (0, 0);
        // Of several rows of a person the latest holds, and only that one is a change.
        foreach (var row in rows.GroupBy(row => row.Person).Select(same => same.Last()))
        {
            var known = bases.GetValueOrDefault(row.Person);
            if (known?.Base == row.Base)
            {
                continue;
            }

            run.Brought(
                row.Person,
                known is null ? null : new BaseRow(known.Person, known.Base),
                row
            );
            if (known is null)
            {
                known = new PayBase { Person = row.Person };
                db.Bases.Add(known);
                added++;
            }
            else
            {
                updated++;
            }

            known.Base = row.Base;
        }

        run.CountAccepted(rows.Count, added, updated);
        await db.SaveChangesAsync(cancellationToken);
        await sheets.BasesChangedAsync(cancellationToken);
    }

    public Task UndoAsync(ImportUndo undo, CancellationToken cancellationToken) =>
        undoing.RunAsync(undo, cancellationToken);
}
