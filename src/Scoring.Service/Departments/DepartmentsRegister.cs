using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Departments;

/// <summary>
/// 科室, as the township describes it. Which departments there are follows from the adopted schemes; this only adds how
/// to name and reach them, so a township that never enters departments can still score.
/// </summary>
/// <param name="Name">The name that schemes and score files use, for example 社建办.</param>
/// <param name="FullName">全称, for example 社区建设办公室.</param>
/// <param name="Contact">联系人</param>
/// <param name="Leader">分管领导</param>
public sealed record DepartmentRow(
    string Name,
    string? FullName = null,
    string? Contact = null,
    string? Leader = null
);

/// <summary>部门名册</summary>
public sealed class DepartmentsRegister : Register<DepartmentRow>
{
    public const string Register = "departments";

    private const int TextLength = 200;

    public override string Name => Register;

    public override string Title => "部门名册";

    public override string About => "参与评分的部门。";

    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("name", "名称", $"方案中的部门名称，不超过 {IdLength} 个字，不得重复", IsKey: true)
        {
            Example = "社建办",
        },
        new("full_name", "全称", $"不超过 {TextLength} 个字；可以为空", IsRequired: false)
        {
            Example = "社区建设办公室",
        },
        new("contact", "联系人", $"不超过 {TextLength} 个字；可以为空", IsRequired: false)
        {
            Example = "",
            IsPersonal = true,
        },
        new("leader", "分管领导", $"不超过 {NameLength} 个字；可以为空", IsRequired: false)
        {
            Example = "",
            IsPersonal = true,
        },
    ];

    protected override DepartmentRow Read(TableRow row) =>
        new(
            row.Required("name", IdLength),
            row.Optional("full_name", TextLength),
            row.Optional("contact", TextLength),
            row.Optional("leader", NameLength)
        );

    protected override string KeyOf(DepartmentRow row) => row.Name;

    private protected override void Check(DepartmentRow row, RegisterContext context) { }
}
