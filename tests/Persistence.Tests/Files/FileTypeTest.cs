using System.IO.Compression;
using System.Text;
using Assessment.Persistence.Files;
using Assessment.Persistence.Files.Content;
using Xunit;

namespace Assessment.Persistence.Tests.Files;

public sealed class FileTypeTest
{
    private const string Word =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Sheet =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static TheoryData<byte[], string, string> Allowed =>
        new()
        {
            { "%PDF-1.7\n%âãÏÓ"u8.ToArray(), "a.pdf", "application/pdf" },
            { [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0], "a.PNG", "image/png" },
            { [0xFF, 0xD8, 0xFF, 0xE0, 0], "a.jpeg", "image/jpeg" },
            { [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8], "a.webp", "image/webp" },
            { Encoding.UTF8.GetBytes("会议纪要"), "a.txt", "text/plain; charset=utf-8" },
            { [0xEF, 0xBB, 0xBF, .. "a,b"u8], "a.csv", "text/csv; charset=utf-8" },
            { Office(Word + ".main+xml"), "a.docx", Word },
            { Office(Sheet + ".main+xml"), "a.xlsx", Sheet },
            { "%PDF-1.7"u8.ToArray(), "没有后缀", "application/pdf" },
        };

    [Theory]
    [MemberData(nameof(Allowed))]
    public async Task Content_IsOfItsType(byte[] content, string name, string type) =>
        Assert.Equal(type, (await FindAsync(content)).Named(name).ContentType);

    public static TheoryData<byte[]> Unknown =>
        new()
        {
            { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] }, // the old DOC and XLS
            { "MZ\u0090\0"u8.ToArray() },
            { "text with a \0"u8.ToArray() },
            { [0xD6, 0xD0, 0xCE, 0xC4] }, // 中文 in GBK
            { [.. "文"u8[..2]] }, // breaks off within a character
            { "PK\u0003\u0004 and no archive\0"u8.ToArray() },
            {
                Office(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
                )
            },
            { Archive(("readme.txt", "a")) },
            { Archive(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>")) },
        };

    [Theory]
    [MemberData(nameof(Unknown))]
    public Task ContentOfNoTypeThatIsTakenIn_IsRefused(byte[] content) =>
        Assert.ThrowsAsync<FileMustBeOfAKnownType>(() => FindAsync(content));

    public static TheoryData<byte[]> Macros =>
        new()
        {
            { Office("application/vnd.ms-excel.sheet.macroEnabled.main+xml") },
            { Office(Word + ".main+xml", ("word/vbaProject.bin", "")) },
            { Office(Word + ".main+xml", ("VBAPROJECT.BIN", "")) },
        };

    [Theory]
    [MemberData(nameof(Macros))]
    public Task DocumentWithMacros_IsRefused(byte[] content) =>
        Assert.ThrowsAsync<FileMustNotContainMacros>(() => FindAsync(content));

    [Theory]
    [InlineData("a.png")]
    [InlineData("a.html")]
    [InlineData("a.txt.exe")]
    public async Task PageUnderAnotherName_IsRefused(string name)
    {
        var found = await FindAsync("<html><script>alert(1)</script></html>"u8.ToArray());

        Assert.Throws<FileNameMustFitTheContent>(() => found.Named(name));
    }

    [Fact]
    public async Task TableUnderTheNameOfAWorkbook_IsRefused_WithBothInWords()
    {
        var found = await FindAsync("a,b"u8.ToArray());

        var refusal = Assert.Throws<FileNameMustFitTheContent>(() => found.Named("a.xlsx"));
        Assert.Contains(".xlsx", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("文本", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>What comes in parts may be cut within a character.</summary>
    [Fact]
    public void TextInPartsOfAnyLength_IsText()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("会议纪要😀\r\n", 3000)));
        foreach (var part in (int[])[1, 2, 3, 5, 4095, 4096, 4097, 64 * 1024])
        {
            var check = new TextCheck();
            foreach (var piece in text.Chunk(part))
            {
                check.Add(piece);
            }

            check.End();
            Assert.True(check.IsText, $"parts of {part}");
        }
    }

    private static async Task<FileType> FindAsync(byte[] content)
    {
        var text = new TextCheck();
        text.Add(content);
        text.End();
        using var stream = new MemoryStream(content);
        return await FileTypes.FindAsync(stream, text.IsText, CancellationToken.None);
    }

    private static byte[] Office(string main, params (string Name, string Text)[] parts) =>
        Archive([
            (
                "[Content_Types].xml",
                $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="xml" ContentType="application/xml"/>
                  <Override PartName="/main.xml" ContentType="{main}"/>
                </Types>
                """
            ),
            .. parts,
        ]);

    private static byte[] Archive(params (string Name, string Text)[] parts)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}
