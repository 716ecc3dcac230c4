using Assessment.Scoring.Areas;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Imports;
using Assessment.Spreadsheets;

namespace Assessment.Scoring.Events;

/// <summary>One event as it is entered, in a file or singly. The columns after <c>evidence</c> are for schemes that need them.</summary>
public sealed record EventRow(
    string Id,
    string Subject,
    string Rule,
    string? Level,
    decimal? Points,
    decimal? Count,
    string? Item,
    string? Work,
    string? Award,
    string? Holder,
    decimal? Waiver,
    DateOnly Date,
    string? Evidence
)
{
    /// <summary>Beyond any scheme's range; what the scheme allows is checked afterwards.</summary>
    private const decimal Extreme = 1_000_000;

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static EventRow Read(TableRow row) =>
        new(
            row.Required("id", RegisteredArea.IdLength),
            row.Required("subject", RegisteredArea.IdLength),
            row.Required("rule", EventEntry.WordLength),
            row.Optional("level", EventEntry.WordLength),
            NumberIn(row, "points"),
            NumberIn(row, "count"),
            row.Optional("item", EventEntry.WordLength),
            row.Optional("work", EventEntry.WordLength),
            row.Optional("award", EventEntry.WordLength),
            row.Optional("holder", EventEntry.WordLength),
            NumberIn(row, "waiver"),
            row.Date("date"),
            row.Optional("evidence", EventEntry.EvidenceLength)
        );

    private static decimal? NumberIn(TableRow row, string column) =>
        row[column].Length == 0
            ? null
            : Plain.Number(Observation.Storable(row.Number(column, 0, Extreme)));
}
