using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Postings;

/// <summary>任职记录: who held which post where, from when to when. A person with postings has no months in the staff register.</summary>
public sealed class PostingsRegister : Register<PostingRow>
{
    public const string Register = "postings";

    private const int DaysOfAYear = 366;

    public override string Name => Register;

    public override string Title => "任职记录";

    public override string About =>
        "一年内调动过的人员，每任一职一条；月数由此得出，人员名册中不再填月数。";

    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("person", "人员", "人员编号", ColumnContent.Person, IsKey: true),
        new("area", "居民区", "居民区编号", ColumnContent.Area),
        new("post", "职务", "方案中的职务名称或编号", ColumnContent.Post),
        new("from", "任职起", "日期，当日在任", ColumnContent.Date, IsKey: true)
        {
            Example = "2024-01-01",
        },
        new("to", "任职止", "日期，当日在任；仍在任的为空", ColumnContent.Date, IsRequired: false)
        {
            Example = "2024-06-30",
        },
        new(
            "leave_days",
            "病事假天数",
            "整数；没有的为空",
            ColumnContent.WholeNumber,
            IsRequired: false
        )
        {
            Example = "",
        },
    ];

    protected override PostingRow Read(TableRow row) =>
        new(
            row.Required("person", IdLength),
            row.Required("area", IdLength),
            row.Required("post", WordLength),
            row.Date("from"),
            row["to"].Length == 0 ? null : row.Date("to"),
            row["leave_days"].Length == 0 ? 0 : row.WholeNumber("leave_days", 0, DaysOfAYear)
        );

    protected override string KeyOf(PostingRow row) => $"{row.Person}/{row.From:yyyy-MM-dd}";

    protected override string? AreaOf(PostingRow row) => row.Area;

    protected override string? PersonOf(PostingRow row) => row.Person;

    private protected override void Check(PostingRow row, RegisterContext context)
    {
        context.MustHaveArea(row.Area);
        context.MustHavePerson(row.Person);
        context.Words.CheckPost(row.Post);
        if (row.To < row.From)
        {
            throw new RowRefused("to", Cells.Invalid, "任职止日期早于任职起日期。");
        }

        if (
            context.Person(row.Person) is { } person
            && (person.Months ?? person.LeaveMonths) is not null
        )
        {
            throw new RowRefused(
                "person",
                "monthsBesidePostings",
                $"“{person.Name}”在人员名册中已填月数，请先清空月数，再登记任职。"
            );
        }

        if (
            context
                .PostingsOf(row.Person)
                .FirstOrDefault(other => other.From != row.From && other.Overlaps(row)) is
            { } other
        )
        {
            throw new RowRefused(
                "from",
                "postingsOverlap",
                $"与 {other.From:yyyy-MM-dd} 起的任职时间重叠；请先填写前一任职的截止日期。"
            );
        }

        context.Take(row);
    }
}
