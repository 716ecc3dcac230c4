using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Areas;

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

    private const string YesOrNoWords = "“是”或“否”；可以为空";

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new(
            "id",
            "编号",
            $"不超过 {RegisteredArea.IdLength} 个字，不得重复，也不得与居民区编号相同"
        ),
        new("area", "居民区", "居民区编号"),
        new("name", "姓名", $"不超过 {AreaRow.NameLength} 个字"),
        new("post", "职务", "方案中的职务名称或编号"),
        new("presiding", "主持工作", YesOrNoWords, Required: false),
        new("on_site", "坐班", YesOrNoWords, Required: false),
        new("identity", "身份", "方案中的身份名称或编号；可以为空", Required: false),
        new("months", "在岗月数", $"0 至 {MonthsOfAYear} 的整数；可以为空", Required: false),
        new(
            "leave_months",
            "病事假月数",
            $"0 至 {MonthsOfAYear} 的整数；可以为空",
            Required: false
        ),
        new("retired_in_year", "当年退休", YesOrNoWords, Required: false),
        new("previous_grade", "上年等次", "上年考核的等次；可以为空", Required: false),
    ];

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
