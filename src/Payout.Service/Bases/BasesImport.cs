using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Payout.Sheets;
using Assessment.Payout.Storage;
using Assessment.Payout.Townships;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Bases;

/// <summary>绩效基数导入. The latest row, and the latest file, holds.</summary>
public sealed class BasesImport(PayoutDb db, SheetStore sheets) : IImport
{
    private const string Id = "id";
    private const string Base = "base";
    private const int IdLength = 64;
    private const decimal Maximum = 10_000_000m;

    public string Kind => "bases";

    public string Title => "绩效基数";

    public string About => "按人发放的基数，仅用于绩效核算。";

    public bool ForCycle => false;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(Id, "编号", "人员编号"),
        new(Base, "基数", $"全年金额（元），0 至 {Maximum:0}，最多精确到分"),
    ];

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var rows = await run.ReadRowsAsync(Read, cancellationToken);
        await db.LockTownshipAsync<PayoutTownship>(cancellationToken);
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
        await sheets.BasesChangedAsync(cancellationToken);
    }

    private static (string Person, decimal Base) Read(TableRow row)
    {
        var amount = row.Number(Base, 0m, Maximum);
        return decimal.Round(amount, 2) == amount
            ? (row.Required(Id, IdLength), amount)
            : throw new RowRefused(Base, Cells.Invalid, $"“{Base}”最多精确到分。");
    }
}
