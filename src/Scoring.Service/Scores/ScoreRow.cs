using Assessment.Scoring.Areas;
using Assessment.Scoring.Departments;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Imports;
using Assessment.Spreadsheets;

namespace Assessment.Scoring.Scores;

/// <summary>One score as it is entered, in a file or singly.</summary>
/// <param name="Area">Id of the area, or of the member of staff, that is scored.</param>
/// <param name="Department">Who scored: a department, or whoever else the scheme asks.</param>
/// <param name="Count">实际参加人数 of a vote.</param>
/// <param name="Eligible">应参加人数 of a vote.</param>
public sealed record ScoreRow(
    string Area,
    string Item,
    string? Department,
    string? Period,
    decimal Score,
    string? Reason,
    decimal? Count = null,
    decimal? Eligible = null
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
            row.Optional("reason", LedgerEntry.ReasonLength),
            PeopleIn(row, "count"),
            PeopleIn(row, "eligible")
        );

    private static decimal? PeopleIn(TableRow row, string column) =>
        row[column].Length == 0 ? null : row.Number(column, 0, Extreme);
}
