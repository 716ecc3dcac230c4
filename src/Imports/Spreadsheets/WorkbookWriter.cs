using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Assessment.Imports.Spreadsheets;

/// <summary>Writes XLSX workbooks row by row, so that a long sheet needs no memory of its own.</summary>
public static class WorkbookWriter
{
    /// <summary>The content type of what is written.</summary>
    public const string ContentType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const uint HeaderStyle = 1;
    private const uint SampleStyle = 2;
    private const uint TextStyle = 3;

    /// <summary>Of the formats that every spreadsheet program has, the one for text.</summary>
    private const uint TextFormat = 49;
    private const int Letters = 26;

    /// <summary>As many as a sheet has in a spreadsheet program.</summary>
    private const int MostRows = 1_048_576;

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
                        State = sheet.Hidden ? SheetStateValues.Hidden : null,
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
                            Style = sheet.TextCells ? TextStyle : null,
                        }
                )
            )
        );
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, sheet.Header, HeaderStyle);
        var usual = sheet.TextCells ? TextStyle : 0;
        foreach (var (place, row) in sheet.Rows.Index())
        {
            WriteRow(writer, row, place < sheet.SampleRows ? SampleStyle : usual);
        }

        writer.WriteEndElement();
        if (sheet.Lists.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Lists.Select(Offered)));
        }

        if (sheet.TextCells)
        {
            writer.WriteElement(NumbersAsTextAreNoMistake(sheet.Header.Count));
        }

        writer.WriteEndElement();
    }

    private static DataValidation Offered(CellList list)
    {
        var column = ColumnName(list.Column);
        var source = ColumnName(list.SourceColumn);
        return new DataValidation(
            new Formula1($"'{list.Source}'!${source}$2:${source}${list.Length + 1}")
        )
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = list.IsStrict,
            ErrorTitle = "不在可选范围内",
            Error = "请从下拉列表中选择。",
            SequenceOfReferences = new ListValue<StringValue>([
                $"{column}{list.FirstRow}:{column}{list.LastRow}",
            ]),
        };
    }

    private static IgnoredErrors NumbersAsTextAreNoMistake(int columns) =>
        new(
            new IgnoredError
            {
                SequenceOfReferences = new ListValue<StringValue>([
                    $"A1:{ColumnName(columns - 1)}{MostRows}",
                ]),
                NumberStoredAsText = true,
            }
        );

    /// <param name="column">From 0.</param>
    private static string ColumnName(int column) =>
        (column >= Letters ? ColumnName((column / Letters) - 1) : "")
        + (char)('A' + (column % Letters));

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
            new Fonts(
                new Font(),
                new Font(new Bold()),
                new Font(new Italic(), new Color { Rgb = "FF808080" })
            ),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellFormats(
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat
                {
                    FontId = 2,
                    ApplyFont = true,
                    NumberFormatId = TextFormat,
                    ApplyNumberFormat = true,
                },
                new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }
            )
        );
}
