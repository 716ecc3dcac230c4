using Assessment.Imports;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Payout.Bases;

/// <summary>One row of <c>bases.csv</c>: a person's base in yuan.</summary>
public sealed record BaseRow(string Person, decimal Base)
{
    private const string IdColumn = "id";
    private const string BaseColumn = "base";
    private const int IdLength = 64;
    private const decimal Maximum = 10_000_000m;

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(IdColumn, "编号", "人员编号") { Example = "ry001" },
        new(BaseColumn, "基数", $"全年金额（元），0 至 {Maximum:0}，最多精确到分")
        {
            Example = "12000",
        },
    ];

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static BaseRow Read(TableRow row)
    {
        var amount = row.Number(BaseColumn, 0m, Maximum);
        return decimal.Round(amount, 2) == amount
            ? new(row.Required(IdColumn, IdLength), amount)
            : throw new RowRefused(BaseColumn, Cells.Invalid, $"“{BaseColumn}”最多精确到分。");
    }
}
