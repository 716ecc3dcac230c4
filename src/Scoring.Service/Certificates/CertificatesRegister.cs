using Assessment.Imports;
using Assessment.Imports.Spreadsheets;
using Assessment.Scoring.Registers;

namespace Assessment.Scoring.Certificates;

/// <summary>持证: a certificate that a member of staff holds.</summary>
public sealed record CertificateRow(string Person, string Kind, string Number, DateOnly Date);

/// <summary>持证名册</summary>
public sealed class CertificatesRegister : Register<CertificateRow>
{
    public override string Name => "certificates";

    public override string Title => "持证名册";

    public override string About => "工作人员持有的职业资格证书。";

    public override IReadOnlyList<RegisterColumn> Columns { get; } =
    [
        new("person", "人员", "人员编号", ColumnContent.Person, IsKey: true),
        new("kind", "证书", $"不超过 {NameLength} 个字，如社会工作者职业资格（中级）", IsKey: true)
        {
            Example = "社会工作者职业资格（中级）",
        },
        new("number", "证书编号", $"不超过 {NameLength} 个字", IsKey: true)
        {
            Example = "310000000001",
        },
        new("date", "取得日期", "日期", ColumnContent.Date) { Example = "2024-06-03" },
    ];

    protected override CertificateRow Read(TableRow row) =>
        new(
            row.Required("person", IdLength),
            row.Required("kind", NameLength),
            row.Required("number", NameLength),
            row.Date("date")
        );

    protected override string KeyOf(CertificateRow row) => $"{row.Person}/{row.Kind}/{row.Number}";

    protected override string? PersonOf(CertificateRow row) => row.Person;

    private protected override void Check(CertificateRow row, RegisterContext context) =>
        context.MustHavePerson(row.Person);
}
