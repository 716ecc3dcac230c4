using Assessment.Engine.Forms;

namespace Assessment.Engine.Panels;

/// <summary>One mark as files of sheets have it: one row a mark (<c>ballots.csv</c>).</summary>
/// <param name="Unit">The area's id; null where the township is the unit.</param>
/// <param name="Number">The number of the sheet in its panel and unit.</param>
public sealed record SheetRow(
    string Panel,
    string? Unit,
    string Number,
    string? Rater,
    string Subject,
    decimal? Score,
    string? Option
)
{
    /// <summary>The rows of a sheet, from which <see cref="Sheets"/> makes it again.</summary>
    public static IReadOnlyList<SheetRow> Of(string panel, string? unit, Sheet sheet) =>
        [
            .. sheet.Marks.Select(mark => new SheetRow(
                panel,
                unit,
                sheet.Number,
                sheet.Rater,
                mark.Subject,
                mark.Score,
                mark.Option
            )),
        ];

    /// <summary>
    /// The sheets of a file in the order in which each begins. A row that is there a second time to the letter changes nothing.
    /// </summary>
    public static IEnumerable<(string Panel, string? Unit, Sheet Sheet)> Sheets(
        IEnumerable<SheetRow> rows
    ) =>
        rows.Distinct()
            .GroupBy(row => (row.Panel, row.Unit, row.Number, row.Rater))
            .Select(sheet =>
                (
                    sheet.Key.Panel,
                    sheet.Key.Unit,
                    new Sheet(
                        sheet.Key.Number,
                        sheet.Key.Rater,
                        [.. sheet.Select(row => new Mark(row.Subject, row.Score, row.Option))]
                    )
                )
            );
}
