using System.IO.Compression;
using System.Text;
using Assessment.Imports.Spreadsheets;
using Xunit;

namespace Assessment.Imports.Tests;

public sealed class HarmfulFileTest
{
    [Fact]
    public void WorkbookThatUnpacksToMoreThanItMay_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Zip(("xl/worksheets/sheet1.xml", 600L * 1024 * 1024));
        Assert.True(bomb.Length < 10 * 1024 * 1024);

        Assert.Contains("过大", Message(bomb));
    }

    [Fact]
    public void WorkbookOfThousandsOfParts_IsRefused() =>
        Assert.Contains(
            "过大",
            Message(Zip([.. Enumerable.Range(0, 1_001).Select(part => ($"xl/{part}.xml", 1L))]))
        );

    [Fact]
    public void WorkbookWithMacros_IsRefused() =>
        Assert.Contains("宏", Message(Zip(("xl/vbaProject.bin", 10))));

    [Fact]
    public void OldOrEncryptedWorkbook_IsRefusedWithWhatToDo() =>
        Assert.Contains(
            "另存为",
            Message([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]])
        );

    [Theory]
    [InlineData("7F454C46020101000000000000000000")]
    [InlineData("89504E470D0A1A0A0000000D49484452")]
    public void WhatIsNoTableAtAll_IsRefused(string hex) =>
        Assert.Contains("不是 CSV", Message(Convert.FromHexString(hex)));

    [Fact]
    public void TooManyColumnsOrTooLongACell_IsRefusedWithItsLine()
    {
        Assert.Contains(
            "第 2 行超过 500 列",
            Message(Encoding.UTF8.GetBytes("a,b\n" + new string(',', 500) + "x\n"))
        );
        Assert.Contains(
            "第 2 行有单元格超过",
            Message(Encoding.UTF8.GetBytes("a,b\n" + new string('x', 40_000) + ",y\n"))
        );
    }

    private static string Message(byte[] content) =>
        Assert.Throws<UnreadableFileException>(() => TableReader.Read(content)).Message;

    private static byte[] Zip(params (string Name, long Size)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            foreach (var (name, size) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var left = size; left > 0; left -= zeros.Length)
                {
                    part.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
                }
            }
        }

        return file.ToArray();
    }
}
