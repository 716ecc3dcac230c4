using Assessment.Scoring.Areas;
using Assessment.Scoring.Departments;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Imports;
using Assessment.Spreadsheets;

namespace Assessment.Scoring.Scores;

/// <summary>One score as it is entered, in a file or singly.</summary>
public sealed record ScoreRow(
    string Area,
    string Item,
    string? Department,
    string? Period,
    decimal Score,
    string? Reason
)
{
    /// <summary>Beyond any scheme's range; what the scheme allows is checked afterwards.</summary>
    private const decimal Extreme = 1_000_000;

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static ScoreRow Read(TableRow row) =>
        new(
            row.Required("area", RegisteredArea.IdLength),
            row.Required("item", LedgerEntry.ItemLength),
            row.Optional("department", RegisteredDepartment.NameLength),
            row.Optional("period", LedgerEntry.PeriodLength),
            row.Number("score", -Extreme, Extreme),
            row.Optional("reason", LedgerEntry.ReasonLength)
        );
}
