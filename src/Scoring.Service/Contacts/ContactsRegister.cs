using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Contacts;

/// <summary>包保、挂钩联系: the leader who is an area's contact, for a time.</summary>
/// <param name="From">First day, included.</param>
/// <param name="To">Last day, included; null while it lasts.</param>
public sealed record ContactRow(string Area, string Leader, DateOnly From, DateOnly? To = null);

/// <summary>联系领导名册</summary>
public sealed class ContactsRegister : Register<ContactRow>
{
    public override string Name => "contacts";

    public override string Title => "联系领导名册";

    public override string About => "各居民区的包保（挂钩联系）领导及起止时间。";

    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("area", "居民区", "居民区编号", ColumnContent.Area, IsKey: true),
        new("leader", "联系领导", $"姓名，不超过 {NameLength} 个字", IsKey: true)
        {
            Example = "李某某",
            IsPersonal = true,
        },
        new("from", "联系起", "日期", ColumnContent.Date, IsKey: true) { Example = "2024-01-01" },
        new("to", "联系止", "日期；仍在联系的为空", ColumnContent.Date, IsRequired: false)
        {
            Example = "",
        },
    ];

    protected override ContactRow Read(TableRow row) =>
        new(
            row.Required("area", IdLength),
            row.Required("leader", NameLength),
            row.Date("from"),
            row["to"].Length == 0 ? null : row.Date("to")
        );

    protected override string KeyOf(ContactRow row) =>
        $"{row.Area}/{row.Leader}/{row.From:yyyy-MM-dd}";

    protected override string? AreaOf(ContactRow row) => row.Area;

    private protected override void Check(ContactRow row, RegisterContext context)
    {
        context.MustHaveArea(row.Area);
        if (row.To < row.From)
        {
            throw new RowRefused("to", Cells.Invalid, "联系止日期早于联系起日期。");
        }
    }
}
