namespace Assessment.Persistence.Files.Content;

/// <summary>A type of files that is taken in.</summary>
/// <param name="Title">In words for people.</param>
/// <param name="Endings">How names of such files end; the first is the usual one.</param>
internal sealed record FileType(string ContentType, string Title, params string[] Endings)
{
    public static readonly FileType Pdf = new("application/pdf", "PDF", ".pdf");
    public static readonly FileType Png = new("image/png", "PNG 图片", ".png");
    public static readonly FileType Jpeg = new("image/jpeg", "JPEG 图片", ".jpg", ".jpeg");
    public static readonly FileType WebP = new("image/webp", "WebP 图片", ".webp");
    public static readonly FileType Text = new("text/plain; charset=utf-8", "文本", ".txt");

    public static readonly FileType Docx = new(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word 文档",
        ".docx"
    );

    public static readonly FileType Xlsx = new(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "Excel 工作簿",
        ".xlsx"
    );

    /// <summary>A table is text; the name alone says that it is a table.</summary>
    private static readonly FileType Csv = new("text/csv; charset=utf-8", "CSV 表格", ".csv");

    /// <summary>The type, now that the name is known too.</summary>
    /// <exception cref="FileNameMustFitTheContent">The name promises something else.</exception>
    public FileType Named(string fileName)
    {
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        if (ending.Length == 0 || Endings.Contains(ending))
        {
            return this;
        }

        return this == Text && Csv.Endings.Contains(ending)
            ? Csv
            : throw new FileNameMustFitTheContent(ending, Title);
    }
}
