using System.Text;
using Assessment.Imports.Spreadsheets;
using Xunit;

namespace Assessment.Imports.Tests;

public sealed class TableReaderTest
{
    private const string Text = "编号,名称\r\ngj01,共和居民区\r\ngj02,\"三花,居民区\"\r\n";

    public static TheoryData<string, byte[]> SameTable() =>
        new()
        {
            { "utf-8", Encoding.UTF8.GetBytes(Text) },
            { "utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
            {
                "gb18030",
                CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text)
            },
            {
                "xlsx",
                WorkbookWriter.Write(
                    new Sheet(
                        "表",
                        ["编号", "名称"],
                        [
                            ["gj01", "共和居民区"],
                            ["gj02", "三花,居民区"],
                        ]
                    )
                )
            },
        };

    [Theory]
    [MemberData(nameof(SameTable))]
    public void SameRows_InEachEncodingAndForm_GiveTheSameTable(string format, byte[] content)
    {
        var table = TableReader.Read(content);

        Assert.Equal(format, table.Format);
        Assert.Equal(["编号", "名称"], table.Header);
        Assert.Equal(
            ["gj01 共和居民区", "gj02 三花,居民区"],
            table.Rows.Select(row => $"{row["编号"]} {row["名称"]}")
        );
        Assert.Equal([2, 3], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void EmptyLinesAndCellsWithLineBreaks_LineNumbers_StayThoseOfTheFile()
    {
        var table = TableReader.Read(Encoding.UTF8.GetBytes("a,b\n\n1,\"x\ny\"\n2,z\n"));

        Assert.Equal([3, 5], table.Rows.Select(row => row.Line));
    }

    [Fact]
    public void ShortRow_MissingCells_AreEmpty()
    {
        var table = TableReader.Read("a,b,c\n1\n"u8.ToArray());

        Assert.Equal("", table.Rows[0]["c"]);
        Assert.Equal("", table.Rows[0]["absent"]);
    }

    [Fact]
    public void ColumnNames_InOtherCase_AreFound_AndMissingOnesNamed()
    {
        var table = TableReader.Read("ID,Name\n1,x\n"u8.ToArray());

        Assert.Equal("1", table.Rows[0]["id"]);
        Assert.Equal(["base"], table.MissingColumns(["id", "base"]));
    }

    [Fact]
    public void NumbersInAWorkbook_ReadAsPeopleSeeThem()
    {
        var table = TableReader.Read(
            WorkbookWriter.Write(
                new Sheet(
                    "s",
                    ["n"],
                    [
                        [84m],
                        [79.9m],
                        [0.1m + 0.2m],
                    ]
                )
            )
        );

        Assert.Equal(["84", "79.9", "0.3"], table.Rows.Select(row => row["n"]));
    }

    [Fact]
    public void TextThatLooksLikeAFormula_StaysText()
    {
        var table = TableReader.Read(
            WorkbookWriter.Write(
                new Sheet(
                    "s",
                    ["t"],
                    [
                        ["=1+1"],
                    ]
                )
            )
        );

        Assert.Equal("=1+1", table.Rows[0]["t"]);
    }

    public static TheoryData<byte[]> NotTables() =>
        new()
        {
            Array.Empty<byte>(),
            new byte[] { 0, 1, 2, 3 },
            "PK\u0003\u0004broken"u8.ToArray(),
            new byte[] { 0x81, 0x20, 0xFF },
        };

    [Theory]
    [MemberData(nameof(NotTables))]
    public void ContentThatIsNoTable_IsRefusedInWords(byte[] content)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => TableReader.Read(content));

        Assert.Contains("文件", refusal.Message, StringComparison.Ordinal);
    }
}
