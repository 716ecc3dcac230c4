using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assessment.Testing.Hosts;

/// <summary>A template as somebody fills it in.</summary>
public static class FilledTemplate
{
    /// <summary>Under what is there, the example.</summary>
    public static byte[] Append(byte[] template, params IReadOnlyList<string>[] rows) =>
        Change(template, sheet => sheet.Append(rows.Select(Written)));

    /// <summary>Over the example, whose mark stays where it is.</summary>
    public static byte[] Overwrite(byte[] template, IReadOnlyList<string> cells) =>
        Change(
            template,
            sheet =>
            {
                var example = sheet.Elements<Row>().ElementAt(1);
                foreach (var (old, cell) in example.Elements<Cell>().ToList().Zip(cells))
                {
                    example.ReplaceChild(Written(cell), old);
                }
            }
        );

    /// <returns>What the template offers in the column with this title.</returns>
    public static IReadOnlyList<string> Offered(byte[] template, string title)
    {
        using var document = SpreadsheetDocument.Open(
            new MemoryStream(template),
            isEditable: false
        );
        var workbook = document.WorkbookPart!;
        var lists = workbook
            .Workbook.Sheets!.Elements<Sheet>()
            .Single(sheet => sheet.State is not null);
        var rows = ((WorksheetPart)workbook.GetPartById(lists.Id!))
            .Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())
            .ToList();
        var column = rows[0].IndexOf(title);
        return [.. rows.Skip(1).Select(row => row[column]).Where(value => value.Length > 0)];
    }

    private static byte[] Change(byte[] template, Action<SheetData> change)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            var workbook = document.WorkbookPart!;
            var first = workbook.Workbook.Sheets!.Elements<Sheet>().First();
            var part = (WorksheetPart)workbook.GetPartById(first.Id!);
            change(part.Worksheet.GetFirstChild<SheetData>()!);
        }

        return file.ToArray();
    }

    private static Row Written(IReadOnlyList<string> cells) => new(cells.Select(Written));

    private static Cell Written(string text) =>
        new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };
}
