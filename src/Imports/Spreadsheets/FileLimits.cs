using System.IO.Compression;

namespace Assessment.Imports.Spreadsheets;

/// <summary>
/// 上传文件检查: what a township's file never is, but one that is meant to do harm may be. A small workbook can unpack to
/// more than a server has; the sizes that it declares for its parts are binding, the unpacking stops at them.
/// </summary>
internal static class FileLimits
{
    private const int MostRows = 500_000;
    private const int MostColumns = 500;
    private const int LongestCell = 32_767; // as in Excel
    private const int MostParts = 1_000;
    private const long MostUnpacked = 512L * 1024 * 1024;

    /// <exception cref="UnreadableFileException">The workbook holds macros or is too large.</exception>
    public static void CheckWorkbook(byte[] content)
    {
        using var parts = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
        if (
            parts.Entries.Count > MostParts
            || parts.Entries.Sum(part => part.Length) > MostUnpacked
        )
        {
            throw new UnreadableFileException("工作簿内容过大，请拆分后再导入。");
        }

        if (
            parts.Entries.Any(part =>
                part.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            throw new UnreadableFileException("工作簿带有宏，请另存为不带宏的 XLSX 后再导入。");
        }
    }

    /// <exception cref="UnreadableFileException">A row is wider, or a cell longer, than any table of ours.</exception>
    public static void CheckRow(int line, List<string> cells)
    {
        if (line > MostRows)
        {
            throw new UnreadableFileException($"文件超过 {MostRows} 行，请拆分后再导入。");
        }

        if (cells.Count > MostColumns)
        {
            throw new UnreadableFileException($"第 {line} 行超过 {MostColumns} 列。");
        }

        if (cells.Exists(cell => cell.Length > LongestCell))
        {
            throw new UnreadableFileException($"第 {line} 行有单元格超过 {LongestCell} 个字。");
        }
    }
}
