using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Areas;

/// <summary>居民区名册: the assessed organisations.</summary>
public sealed class AreasRegister : Register<AreaRow>
{
    public const string Register = "areas";

    /// <summary>More than any township has; a larger number is a slip of the pen.</summary>
    private const int MostPeople = 1_000_000;

    public override string Name => Register;

    public override string Title => "居民区名册";

    public override string About => "考核对象。";

    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("id", "编号", $"不超过 {IdLength} 个字，不得重复", IsKey: true) { Example = "jmq01" },
        new("name", "名称", $"不超过 {NameLength} 个字") { Example = "示范居民区" },
        new("category", "类别", "方案按类别考核的，写方案中的类别；可以为空", IsRequired: false)
        {
            Example = "",
        },
        new("households", "总户数", "整数", ColumnContent.WholeNumber) { Example = "1200" },
        new("party_members", "党员数", "整数", ColumnContent.WholeNumber) { Example = "86" },
    ];

    protected override AreaRow Read(TableRow row) =>
        new(
            row.Required("id", IdLength),
            row.Required("name", NameLength),
            row.Optional("category", NameLength),
            row.WholeNumber("households", 0, MostPeople),
            row.WholeNumber("party_members", 0, MostPeople)
        );

    public override bool? DeclaredOfAreas => true;

    protected override string KeyOf(AreaRow row) => row.Id;

    private protected override AreaRow Declaring(AreaRow row, DeclaredValues? values) =>
        row with
        {
            Declared = values,
        };

    private protected override DeclaredValues? DeclaredBy(AreaRow row) => row.Declared;

    private protected override void Check(AreaRow row, RegisterContext context)
    {
        if (context.HasPerson(row.Id))
        {
            throw new RowRefused("id", "duplicateId", $"编号“{row.Id}”已用于工作人员。");
        }

        context.TakeArea(row.Id);
    }
}
