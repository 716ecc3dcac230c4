using Assessment.Imports;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Scoring.Areas;

/// <summary>One row of <c>areas.csv</c>.</summary>
public sealed record AreaRow(
    string Id,
    string Name,
    string? Category,
    int Households,
    int PartyMembers
)
{
    public const int NameLength = 100;

    /// <summary>More than any township has; a larger number is a slip of the pen.</summary>
    private const int MostPeople = 1_000_000;

    public static IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("id", "编号", $"不超过 {RegisteredArea.IdLength} 个字，不得重复"),
        new("name", "名称", $"不超过 {NameLength} 个字"),
        new("category", "类别", "方案按类别考核的，写方案中的类别；可以为空"),
        new("households", "总户数", "整数"),
        new("party_members", "党员数", "整数"),
    ];

    /// <exception cref="RowRefused">A cell does not fit.</exception>
    public static AreaRow Read(TableRow row) =>
        new(
            row.Required("id", RegisteredArea.IdLength),
            row.Required("name", NameLength),
            row.Optional("category", NameLength),
            row.WholeNumber("households", 0, MostPeople),
            row.WholeNumber("party_members", 0, MostPeople)
        );
}
