using Assessment.Scoring.Areas;
using Assessment.ServiceDefaults.Imports;
using Assessment.Spreadsheets;

namespace Assessment.Scoring.Staff;

/// <summary>
/// One row of <c>staff.csv</c>. Which posts (职务) there are, and for what they count, is the scheme's to say.
/// </summary>
public sealed record StaffRow(
    string Id,
    string Area,
    string Name,
    string Post,
    bool? Presiding,
    bool? OnSite,
    string? Identity,
    int? Months,
    int? LeaveMonths,
    bool? RetiredInYear,
    string? PreviousGrade
)
{
    public const int WordLength = 64;
    private const int MonthsOfAYear = 12;

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static StaffRow Read(TableRow row) =>
        new(
            row.Required("id", RegisteredArea.IdLength),
            row.Required("area", RegisteredArea.IdLength),
            row.Required("name", AreaRow.NameLength),
            row.Required("post", WordLength),
            row.YesOrNo("presiding"),
            row.YesOrNo("on_site"),
            row.Optional("identity", WordLength),
            MonthsIn(row, "months"),
            MonthsIn(row, "leave_months"),
            row.YesOrNo("retired_in_year"),
            row.Optional("previous_grade", WordLength)
        );

    private static int? MonthsIn(TableRow row, string column) =>
        row[column].Length == 0 ? null : row.WholeNumber(column, 0, MonthsOfAYear);
}
