using System.Globalization;
using System.Text.Json;
using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Imports.Spreadsheets;

namespace Assessment.Scoring.Registers;

/// <summary>附加项 as a column of a register: how it is described, and how its cells are read.</summary>
internal sealed class DeclaredColumn(AttributeDeclaration attribute)
{
    private const int TextLength = 200;

    /// <summary>More than any count has; a larger number is a slip of the pen.</summary>
    private const decimal Most = 999_999_999_999m;

    public string Name => attribute.Id;

    public AttributeDeclaration Attribute => attribute;

    public RegisterColumn ToColumn() =>
        new(attribute.Id, attribute.Title, Rule, Content, IsKey: false, attribute.IsRequired)
        {
            Words = attribute.Kind == AttributeKind.Choice ? attribute.Values : null,
            Example = attribute.IsRequired ? Example : "",
        };

    /// <returns>Null where the cell is empty.</returns>
    /// <exception cref="RowRefused">It does not fit.</exception>
    public JsonElement? Read(TableRow row)
    {
        if (row[Name].Length == 0)
        {
            return attribute.IsRequired
                ? throw new RowRefused(Name, Cells.Missing, $"“{attribute.Title}”不能为空。")
                : null;
        }

        return attribute.Kind switch
        {
            AttributeKind.Number or AttributeKind.Whole => Stored(ReadNumber(row)),
            AttributeKind.Flag => Stored(row.YesOrNo(Name)),
            AttributeKind.Date => Stored($"{row.Date(Name):yyyy-MM-dd}"),
            AttributeKind.Choice => Stored(row.OneOf(Name, attribute.Values)),
            _ => Stored(row.Required(Name, TextLength)),
        };
    }

    private decimal ReadNumber(TableRow row)
    {
        var number = row.Number(Name, attribute.Range?.Least ?? 0m, attribute.Range?.Most ?? Most);
        return attribute.Admits(number)
            // 12.0 and 12 are one number, and the row has not changed.
            ? decimal.Parse(
                number.ToString("G29", CultureInfo.InvariantCulture),
                NumberStyles.Float,
                CultureInfo.InvariantCulture
            )
            : throw new RowRefused(Name, Cells.Invalid, $"“{attribute.Title}”应为整数。");
    }

    private static JsonElement Stored<T>(T value) => JsonSerializer.SerializeToElement(value);

    private ColumnContent Content =>
        attribute.Kind switch
        {
            AttributeKind.Number => ColumnContent.Number,
            AttributeKind.Whole => ColumnContent.WholeNumber,
            AttributeKind.Flag => ColumnContent.YesOrNo,
            AttributeKind.Date => ColumnContent.Date,
            AttributeKind.Choice => ColumnContent.Choice,
            _ => ColumnContent.Text,
        };

    private string Rule
    {
        get
        {
            var rule = attribute.Kind switch
            {
                AttributeKind.Number => $"数{Limits}",
                AttributeKind.Whole => $"整数{Limits}",
                AttributeKind.Flag => "“是”或“否”",
                AttributeKind.Date => "日期",
                AttributeKind.Choice => $"只能是 {string.Join("、", attribute.Values)}",
                _ => $"不超过 {TextLength} 个字",
            };
            return attribute.IsRequired ? rule : $"{rule}；可以为空";
        }
    }

    private string Limits =>
        (attribute.Unit is { } unit ? $"，单位“{unit}”" : "")
        + (
            attribute.Range is { } range
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"，{range.Least:0.####} 至 {range.Most:0.####}"
                )
                : "，不小于 0"
        );

    private string? Example =>
        attribute.Kind switch
        {
            AttributeKind.Number or AttributeKind.Whole => (attribute.Range?.Most ?? 1m).ToString(
                "0.####",
                CultureInfo.InvariantCulture
            ),
            AttributeKind.Date => "2024-06-28",
            AttributeKind.Text => "示例",
            _ => null,
        };
}
