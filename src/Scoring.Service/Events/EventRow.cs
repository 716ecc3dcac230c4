using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;

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
    string? Evidence,
    string? Risk = null
)
{
    /// <summary>Beyond any scheme's range; what the scheme allows is checked afterwards.</summary>
    private const decimal Extreme = 1_000_000;

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("id", "编号", $"不超过 {Register.IdLength} 个字，不得重复") { Example = "sx001" },
        new("subject", "对象", "居民区编号或人员编号"),
        new("rule", "规则", "方案中加减分规则的编号"),
        new("level", "级别", "规则分级别的，写级别编号；不分的为空", Required: false)
        {
            Example = "",
        },
        new("points", "分值", "登记时定分的须写明；其余为空", Required: false) { Example = "" },
        new("date", "日期", "如 2024-06-03") { Example = "2024-06-03" },
        new(
            "evidence",
            "依据",
            $"不超过 {EventEntry.EvidenceLength} 个字；可以为空",
            Required: false
        )
        {
            Example = "表彰文件文号",
        },
        new("count", "次数", "不写的按一次；可以为空", Required: false) { Example = "" },
        new("item", "项目", "使某个项目计 0 分的，写该项目编号；其余为空", Required: false)
        {
            Example = "",
        },
        new("work", "工作", "同一工作只计最高一次的，写同样的名称；可以为空", Required: false)
        {
            Example = "",
        },
        new("award", "荣誉", "同一荣誉由几个主体获得的，写同样的名称；可以为空", Required: false)
        {
            Example = "",
        },
        new("holder", "获奖主体", "获得荣誉的主体；可以为空", Required: false) { Example = "" },
        new(
            "waiver",
            "免责比例",
            "经批准免责的，写方案规定的比例，如 0.5；可以为空",
            Required: false
        )
        {
            Example = "",
        },
        new("risk", "风险备案", "免责的，写事前批准的改革风险备案编号；其余为空", Required: false)
        {
            Example = "",
        },
    ];

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static EventRow Read(TableRow row) =>
        new(
            row.Required("id", Register.IdLength),
            row.Required("subject", Register.IdLength),
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
            row.Optional("evidence", EventEntry.EvidenceLength),
            row.Optional("risk", Register.IdLength)
        );

    private static decimal? NumberIn(TableRow row, string column) =>
        row[column].Length == 0
            ? null
            : Normalization.Of(Observation.Storable(row.Number(column, 0, Extreme)));
}
