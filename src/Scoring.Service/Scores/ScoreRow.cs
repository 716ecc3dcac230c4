using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Departments;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;

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

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("area", "考核对象", "居民区编号或人员编号"),
        new("item", "项目", "方案中的项目编号"),
        new("department", "评分部门", "方案规定的部门；只有一个来源的可以为空"),
        new("period", "期次", "方案规定的期次；不分期次的为空", Required: false) { Example = "" },
        new("score", "得分", "方案规定范围内的数") { Example = "90" },
        new(
            "reason",
            "理由",
            $"不超过 {LedgerEntry.ReasonLength} 个字；改分须写明，其余可以为空",
            Required: false
        )
        {
            Example = "台账不全",
        },
        new("count", "实际参加人数", "测评填写，整数；可以为空", Required: false) { Example = "" },
        new("eligible", "应参加人数", "测评填写，整数；可以为空", Required: false) { Example = "" },
    ];

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static ScoreRow Read(TableRow row) =>
        new(
            row.Required("area", Register.IdLength),
            row.Required("item", LedgerEntry.ItemLength),
            row.Optional("department", Register.IdLength),
            row.Optional("period", LedgerEntry.PeriodLength),
            row.Number("score", -Extreme, Extreme),
            row.Optional("reason", LedgerEntry.ReasonLength),
            PeopleIn(row, "count"),
            PeopleIn(row, "eligible")
        );

    private static decimal? PeopleIn(TableRow row, string column) =>
        row[column].Length == 0 ? null : row.Number(column, 0, Extreme);
}
