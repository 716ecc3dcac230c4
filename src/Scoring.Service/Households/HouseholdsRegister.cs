using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Households;

/// <summary>住户: the frame from which samples are drawn. No names; a household is a code.</summary>
/// <param name="PhoneLast4">手机号后四位, where it is known.</param>
public sealed record HouseholdRow(
    string Area,
    string Household,
    string? Building = null,
    string? PhoneLast4 = null
);

/// <summary>住户名册</summary>
public sealed class HouseholdsRegister : Register<HouseholdRow>
{
    private const int PhoneDigits = 4;

    public override string Name => "households";

    public override string Title => "住户名册";

    public override string About => "抽样和发放测评链接所用的住户底册，以编码表示，不含姓名。";

    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("area", "居民区", "居民区编号", ColumnContent.Area, IsKey: true),
        new("building", "楼栋", $"不超过 {NameLength} 个字；可以为空", IsRequired: false)
        {
            Example = "1 号楼",
        },
        new("household", "户编码", $"不超过 {IdLength} 个字，在居民区内不得重复", IsKey: true)
        {
            Example = "1-101",
        },
        new("phone_last4", "手机号后四位", "4 位数字；可以为空", IsRequired: false)
        {
            Example = "",
            IsPersonal = true,
        },
    ];

    protected override HouseholdRow Read(TableRow row) =>
        new(
            row.Required("area", IdLength),
            row.Required("household", IdLength),
            row.Optional("building", NameLength),
            Phone(row)
        );

    protected override string KeyOf(HouseholdRow row) => $"{row.Area}/{row.Household}";

    protected override string? AreaOf(HouseholdRow row) => row.Area;

    private protected override void Check(HouseholdRow row, RegisterContext context) =>
        context.MustHaveArea(row.Area);

    private static string? Phone(TableRow row)
    {
        var digits = row["phone_last4"];
        return digits.Length == 0 ? null
            : digits.Length == PhoneDigits && digits.All(char.IsAsciiDigit) ? digits
            : throw new RowRefused("phone_last4", Cells.Invalid, "应为 4 位数字。");
    }
}
