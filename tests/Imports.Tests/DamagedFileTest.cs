using System.IO.Compression;
using System.Text;
using Assessment.Imports.Spreadsheets;
using Xunit;

namespace Assessment.Imports.Tests;

/// <summary>Whatever somebody uploads is a table or is unreadable; the reader never fails in another way, which nobody would expect.</summary>
public sealed class DamagedFileTest
{
    private const int Files = 3_000;

    /// <summary>What is put into places of a workbook where it does not belong.</summary>
    private static readonly string[] Odd =
    [
        "",
        "-1",
        "1e300",
        "99999999999999999999",
        "NaN",
        "_x0000_",
        "_xD800_",
        "A0",
        "ZZZZZZZ9999999999",
        "s",
        "d",
        "<",
        "x",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void DamagedWorkbook_IsATableOrUnreadable(int seed)
    {
        var random = new Random(seed);
        var whole = Workbook();
        var failures = new Dictionary<string, string>();
        for (var file = 0; file < Files; file++)
        {
            try
            {
                TableReader.Read(Damaged(random, whole));
            }
            catch (UnreadableFileException)
            {
                // As it should be.
            }
            catch (Exception other)
            {
                failures[other.GetType().Name] = other.ToString();
            }
        }

        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("-1e300")]
    [InlineData("79228162514264337593543950336")]
    public void NumberThatIsTooLargeToCountWith_IsKeptAsText(string number)
    {
        var table = TableReader.Read(
            Changed(Workbook(), text => text.Replace(">12345<", $">{number}<"))
        );

        Assert.Equal(
            double.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
            double.Parse(table.Rows[0]["b"], System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private static byte[] Workbook() =>
        WorkbookWriter.Write(
            new Sheet(
                "表",
                ["a", "b", "c"],
                [
                    ["甲", 12345m, "x"],
                    ["乙", 0.5m, null],
                ]
            )
        );

    /// <summary>Bytes of the file, or words of one of its parts, are others.</summary>
    private static byte[] Damaged(Random random, byte[] whole)
    {
        if (random.Next(4) == 0)
        {
            var bytes = (byte[])whole.Clone();
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            return random.Next(4) == 0 ? bytes[..random.Next(5, bytes.Length)] : bytes;
        }

        return Changed(
            whole,
            text =>
            {
                var words = text.Split('"', '>');
                var word = words[random.Next(words.Length)];
                return random.Next(6) > 0 || word.Length == 0
                    ? text
                    : text.Replace(word, Odd[random.Next(Odd.Length)], StringComparison.Ordinal);
            }
        );
    }

    private static byte[] Changed(byte[] workbook, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var part in zip.Entries.ToList())
            {
                using var stream = part.Open();
                using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
                var text = Encoding.UTF8.GetBytes(change(reader.ReadToEnd()));
                stream.SetLength(0);
                stream.Write(text);
            }
        }

        return file.ToArray();
    }
}
