using System.Buffers.Binary;
using System.Text;

namespace Assessment.Archives.Zip;

/// <summary>
/// A ZIP file (APPNOTE 6.3) that can be written in one way only: entries in the given order, not compressed, all of 1980-01-01, no
/// extra fields, no comments. Any program opens it; the same content gives the same bytes on every machine and with
/// every version of a compression library.
/// </summary>
internal static class StoredZip
{
    internal const int HeaderLength = 30;
    internal const int DirectoryLength = 46;
    internal const int EndLength = 22;
    internal const uint HeaderMark = 0x04034b50;
    private const uint DirectoryMark = 0x02014b50;
    private const uint EndMark = 0x06054b50;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;

    /// <summary>The first day that the format knows.</summary>
    private const ushort Date = 0x0021;

    internal static byte[] Write(IReadOnlyList<ArchiveEntry> entries)
    {
        using var file = new MemoryStream();
        var offsets = new List<uint>();
        foreach (var entry in entries)
        {
            offsets.Add((uint)file.Length);
            Write(file, HeaderLength, HeaderMark, mark => WriteCommon(mark[4..], entry));
            file.Write(Encoding.UTF8.GetBytes(entry.Name));
            file.Write(entry.Content);
        }

        var directory = (uint)file.Length;
        for (var place = 0; place < entries.Count; place++)
        {
            var (entry, offset) = (entries[place], offsets[place]);
            Write(
                file,
                DirectoryLength,
                DirectoryMark,
                line =>
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(line[4..], Version);
                    WriteCommon(line[6..], entry);
                    BinaryPrimitives.WriteUInt32LittleEndian(line[42..], offset);
                }
            );
            file.Write(Encoding.UTF8.GetBytes(entry.Name));
        }

        var length = (uint)file.Length - directory;
        Write(
            file,
            EndLength,
            EndMark,
            end =>
            {
                BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)entries.Count);
                BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)entries.Count);
                BinaryPrimitives.WriteUInt32LittleEndian(end[12..], length);
                BinaryPrimitives.WriteUInt32LittleEndian(end[16..], directory);
            }
        );
        return file.ToArray();
    }

    /// <summary>What a header and a line of the directory have in common, from the version that is needed to the length of the name.</summary>
    private static void WriteCommon(Span<byte> fields, ArchiveEntry entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(fields, Version);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[2..], NamesAreUtf8);
        BinaryPrimitives.WriteUInt16LittleEndian(fields[8..], Date);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[10..], Crc32.Of(entry.Content));
        BinaryPrimitives.WriteUInt32LittleEndian(fields[14..], (uint)entry.Content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fields[18..], (uint)entry.Content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(
            fields[22..],
            (ushort)Encoding.UTF8.GetByteCount(entry.Name)
        );
    }

    private delegate void Fill(Span<byte> fields);

    private static void Write(MemoryStream file, int length, uint mark, Fill fill)
    {
        Span<byte> fields = stackalloc byte[length];
        fields.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(fields, mark);
        fill(fields);
        file.Write(fields);
    }
}
