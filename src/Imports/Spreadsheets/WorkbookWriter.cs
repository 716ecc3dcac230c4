using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assessment.Imports.Spreadsheets;

/// <summary>A sheet to be written. Cells are text, numbers (decimal or int) or null.</summary>
/// <param name="Widths">Column widths in characters; columns beyond the list get 12.</param>
public sealed record Sheet(
    string Name,
    IReadOnlyList<string> Header,
    IEnumerable<IReadOnlyList<object?>> Rows,
    IReadOnlyList<int>? Widths = null
);

/// <summary>Writes XLSX workbooks row by row, so that a long sheet needs no memory of its own.</summary>
public static class WorkbookWriter
{
    /// <summary>The content type of what is written.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint HeaderStyle = 1;

    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var styles = workbook.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var list = new Sheets();
            foreach (var (sheet, number) in sheets.Select((sheet, i) => (sheet, (uint)i + 1)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WriteSheet(part, sheet);
                list.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Id = workbook.GetIdOfPart(part),
                        SheetId = number,
                        Name = sheet.Name,
                    }
                );
            }

            workbook.Workbook = new Workbook(list);
        }

        return stream.ToArray();
    }

    private static void WriteSheet(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(
            new Columns(
                sheet.Header.Select(
                    (_, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = sheet.Widths?.ElementAtOrDefault(i) is int width and > 0
                                ? width
                                : 12,
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, sheet.Header, HeaderStyle);
        foreach (var row in sheet.Rows)
        {
            WriteRow(writer, row, style: 0);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<object?> cells, uint style)
    {
        writer.WriteStartElement(new Row());
        foreach (var value in cells)
        {
            writer.WriteElement(ToCell(value, style));
        }

        writer.WriteEndElement();
    }

    private static Cell ToCell(object? value, uint style) =>
        value switch
        {
            null => new Cell { StyleIndex = style },
            decimal or int or long => new Cell(
                new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!)
            )
            {
                DataType = CellValues.Number,
                StyleIndex = style,
            },
            // Inline text is never read as a formula, whatever it begins with.
            _ => new Cell(
                new InlineString(
                    new Text(Printable(value)) { Space = SpaceProcessingModeValues.Preserve }
                )
            )
            {
                DataType = CellValues.InlineString,
                StyleIndex = style,
            },
        };

    /// <summary>XML does not allow control characters.</summary>
    private static string Printable(object value) =>
        string.Concat(
            Convert
                .ToString(value, CultureInfo.InvariantCulture)!
                .Where(c => !char.IsControl(c) || c is '\n' or '\t')
        );

    private static Stylesheet Styles() =>
        new(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true })
        );
}
