using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Staff;

/// <summary>人员名册: the assessed people, each with a post in one area.</summary>
public sealed class StaffRegister : Register<StaffRow>
{
    public const string Register = "staff";

    private const int MonthsOfAYear = 12;
    private const string YesOrNoWords = "“是”或“否”；可以为空";

    public override string Name => Register;

    public override string Title => "人员名册";

    public override string About => "居民区工作人员及职务。";

    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("id", "编号", $"不超过 {IdLength} 个字，不得重复，也不得与居民区编号相同", IsKey: true)
        {
            Example = "ry001",
        },
        new("area", "居民区", "居民区编号", ColumnContent.Area),
        new("name", "姓名", $"不超过 {NameLength} 个字") { Example = "张某某", IsPersonal = true },
        new("post", "职务", "方案中的职务名称或编号", ColumnContent.Post),
        new("presiding", "主持工作", YesOrNoWords, ColumnContent.YesOrNo, IsRequired: false),
        new("on_site", "坐班", YesOrNoWords, ColumnContent.YesOrNo, IsRequired: false),
        new(
            "identity",
            "身份",
            "方案中的身份名称或编号；可以为空",
            ColumnContent.Identity,
            IsRequired: false
        )
        {
            Example = "",
        },
        new(
            "months",
            "在岗月数",
            $"0 至 {MonthsOfAYear} 的整数；另有任职记录的不填",
            ColumnContent.WholeNumber,
            IsRequired: false
        )
        {
            Example = "",
        },
        new(
            "leave_months",
            "病事假月数",
            $"0 至 {MonthsOfAYear} 的整数；另有任职记录的不填",
            ColumnContent.WholeNumber,
            IsRequired: false
        )
        {
            Example = "",
        },
        new("retired_in_year", "当年退休", YesOrNoWords, ColumnContent.YesOrNo, IsRequired: false),
        new("previous_grade", "上年等次", "上年考核的等次；可以为空", IsRequired: false)
        {
            Example = "",
        },
    ];

    protected override StaffRow Read(TableRow row) =>
        new(
            row.Required("id", IdLength),
            row.Required("area", IdLength),
            row.Required("name", NameLength),
            row.Required("post", WordLength),
            row.YesOrNo("presiding"),
            row.YesOrNo("on_site"),
            row.Optional("identity", WordLength),
            MonthsIn(row, "months"),
            MonthsIn(row, "leave_months"),
            row.YesOrNo("retired_in_year"),
            row.Optional("previous_grade", WordLength)
        );

    public override bool? DeclaredOfAreas => false;

    protected override string KeyOf(StaffRow row) => row.Id;

    private protected override StaffRow Declaring(StaffRow row, DeclaredValues? values) =>
        row with
        {
            Declared = values,
        };

    private protected override DeclaredValues? DeclaredBy(StaffRow row) => row.Declared;

    protected override string? AreaOf(StaffRow row) => row.Area;

    private protected override void Check(StaffRow row, RegisterContext context)
    {
        context.MustHaveArea(row.Area);
        context.MustNotBeArea(row.Id);
        context.Words.Check(row);
        if ((row.Months ?? row.LeaveMonths) is not null && context.PostingsOf(row.Id).Any())
        {
            throw new RowRefused(
                row.Months is not null ? "months" : "leave_months",
                "monthsBesidePostings",
                $"“{row.Name}”已有任职记录，月数由任职记录得出，此处不能再填。"
            );
        }

        context.Take(row);
    }

    private static int? MonthsIn(TableRow row, string column) =>
        row[column].Length == 0 ? null : row.WholeNumber(column, 0, MonthsOfAYear);
}
