using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;

namespace Assessment.Imports.Spreadsheets;

/// <summary>
/// Reads a township's files as they are: CSV in UTF-8 (with or without BOM) or GB18030, or XLSX (first sheet).
/// The format is found out from the content; the file's name is not looked at.
/// </summary>
public static class TableReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    // The workbook reader asks for Windows-1252 when it is made, whether or not the file needs it.
    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="UnreadableFileException">The content is neither text nor a workbook, or has no row at all.</exception>
    public static Table Read(byte[] content)
    {
        var (rows, format) = IsWorkbook(content)
            ? (ReadWorkbook(content), "xlsx")
            : ReadText(content);
        var filled = rows.Where(row => row.Cells.Any(cell => cell.Length > 0)).ToList();
        if (filled.Count == 0)
        {
            throw new UnreadableFileException("文件是空的，没有表头。");
        }

        return new Table(
            filled[0].Cells,
            [.. filled.Skip(1).Select(row => new TableRow(row.Line, row.Cells))],
            format
        );
    }

    /// <summary>A compound file: a workbook of before 2007, or one behind a password.</summary>
    private static ReadOnlySpan<byte> OldWorkbook => [0xD0, 0xCF, 0x11, 0xE0];

    private static bool IsWorkbook(byte[] content) =>
        content.AsSpan().StartsWith("PK\u0003\u0004"u8);

    private static List<(int Line, List<string> Cells)> ReadWorkbook(byte[] content)
    {
        try
        {
            FileLimits.CheckWorkbook(content);
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content));
            var rows = new List<(int, List<string>)>();
            for (var line = 1; reader.Read(); line++)
            {
                var cells = new List<string>(reader.FieldCount);
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    cells.Add(CellText(reader.GetValue(i)));
                }

                FileLimits.CheckRow(line, cells);
                rows.Add((line, cells));
            }

            return rows;
        }
        // On a damaged workbook the library fails in whatever way the damage brings about.
        catch (Exception broken)
            when (broken is not UnreadableFileException and not OutOfMemoryException)
        {
            throw new UnreadableFileException("文件不是完整的 XLSX 工作簿。", broken);
        }
    }

    /// <summary>The text that the same cell has in a CSV file.</summary>
    private static string CellText(object? value) =>
        value switch
        {
            null => "",
            DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            // A workbook stores numbers as binary fractions; 15 digits are what it shows.
            double number when Math.Abs(number) < (double)decimal.MaxValue => (
                (decimal)number
            ).ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim(),
        };

    private static (List<(int Line, List<string> Cells)> Rows, string Format) ReadText(
        byte[] content
    )
    {
        var (text, format) = Decode(content);
        using var parser = new CsvParser(
            new StringReader(text),
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                IgnoreBlankLines = false,
                TrimOptions = TrimOptions.Trim,
                BadDataFound = null,
                // A quoted cell may hold line breaks; the line reported is where the row begins.
                DetectDelimiter = true,
                DetectDelimiterValues = [",", "\t", ";"],
            }
        );
        var rows = new List<(int, List<string>)>();
        var line = 1;
        while (parser.Read())
        {
            List<string> cells = [.. (parser.Record ?? []).Select(cell => cell.Trim())];
            FileLimits.CheckRow(line, cells);
            rows.Add((line, cells));
            line = parser.RawRow + 1;
        }

        return (rows, format);
    }

    private static (string Text, string Format) Decode(byte[] content)
    {
        var body = content.AsSpan();
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        if (body.StartsWith(OldWorkbook))
        {
            throw new UnreadableFileException(
                "文件是旧版 XLS 或加了密码的工作簿，请另存为不加密的 XLSX 后再导入。"
            );
        }

        if (body.Contains((byte)0))
        {
            throw new UnreadableFileException("文件不是 CSV 文本，也不是 XLSX 工作簿。");
        }

        try
        {
            return (StrictUtf8.GetString(body), "utf-8");
        }
        catch (DecoderFallbackException)
        {
            // Not UTF-8: what office programs in China write otherwise.
        }

        try
        {
            var gb18030 = Encoding.GetEncoding(
                "GB18030",
                EncoderFallback.ExceptionFallback,
                DecoderFallback.ExceptionFallback
            );
            return (gb18030.GetString(body), "gb18030");
        }
        catch (DecoderFallbackException broken)
        {
            throw new UnreadableFileException("文件编码既不是 UTF-8 也不是 GB18030。", broken);
        }
    }
}

/// <summary>The file cannot be read as a table. The message is for people.</summary>
public sealed class UnreadableFileException : Exception
{
    /// <summary>Stable code of the problem, for programs.</summary>
    public const string Code = "file-is-unreadable";

    public UnreadableFileException()
        : this("文件无法读取。") { }

    public UnreadableFileException(string message)
        : base(message) { }

    public UnreadableFileException(string message, Exception inner)
        : base(message, inner) { }
}
