using Assessment.Payout.Sheets;
using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.Imports;
using Assessment.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.ImportBases;

/// <summary>绩效基数导入. The latest row, and the latest file, holds.</summary>
public sealed class BasesImport(PayoutDb db, PayoutTurn turn, SheetBook book) : IImport
{
    private const string Id = "id";
    private const string Base = "base";
    private const int IdLength = 64;
    private const decimal Maximum = 10_000_000m;

    public string Kind => "bases";

    public bool ForCycle => false;

    public IReadOnlyList<string> RequiredColumns { get; } = [Id, Base];

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadRowsAsync(Read, cancellationToken);
        await turn.TakeAsync(cancellationToken);
        var bases = await db.Bases.ToDictionaryAsync(row => row.Person, cancellationToken);
        foreach (var (person, amount) in rows)
        {
            if (!bases.TryGetValue(person, out var known))
            {
                known = new PayBase { Person = person };
                bases.Add(person, known);
                db.Bases.Add(known);
            }

            known.Base = amount;
        }

        run.Count("accepted", rows.Count);
        await db.SaveChangesAsync(cancellationToken);
        await book.BasesChangedAsync(cancellationToken);
    }

    private static (string Person, decimal Base) Read(TableRow row)
    {
        var amount = row.Number(Base, 0m, Maximum);
        return decimal.Round(amount, 2) == amount
            ? (row.Required(Id, IdLength), amount)
            : throw new RowRefused(Base, Cells.Invalid, $"“{Base}”最多精确到分。");
    }
}
