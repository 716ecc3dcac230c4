using System.Buffers.Binary;
using System.Text;

namespace Assessment.Archives.Zip;

/// <summary>
/// Reads what <see cref="StoredZip"/> writes, from front to back, and accepts no byte that it would not have written
/// itself.
/// </summary>
/// <param name="Entries">As far as they can be read.</param>
/// <param name="Problem">The first place that is not as it was written, in Chinese; null where all is.</param>
internal sealed record StoredZipReading(IReadOnlyList<ArchiveEntry> Entries, string? Problem)
{
    internal static StoredZipReading Of(byte[] file)
    {
        var entries = new List<ArchiveEntry>();
        var damaged = new List<string>();
        var at = 0;
        while (Next(file, at) is var (entry, checksum))
        {
            entries.Add(entry);
            if (Crc32.Of(entry.Content) != checksum)
            {
                damaged.Add(entry.Name);
            }

            at += LengthOf(entry);
        }

        return new(
            entries,
            damaged.Count > 0
                ? $"{string.Join("、", damaged.Select(name => $"“{name}”"))}被改动"
                : DifferenceFrom(StoredZip.Write(entries), file, entries)
        );
    }

    private static int LengthOf(ArchiveEntry entry) =>
        StoredZip.HeaderLength + Encoding.UTF8.GetByteCount(entry.Name) + entry.Content.Length;

    private static (ArchiveEntry Entry, uint Checksum)? Next(byte[] file, int at)
    {
        if (file.Length - at < StoredZip.HeaderLength)
        {
            return null;
        }

        var header = file.AsSpan(at, StoredZip.HeaderLength);
        var name = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        var content = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]);
        var begin = at + StoredZip.HeaderLength;
        return
            BinaryPrimitives.ReadUInt32LittleEndian(header) != StoredZip.HeaderMark
            || begin + name + (long)content > file.Length
            ? null
            : (
                new ArchiveEntry(
                    Encoding.UTF8.GetString(file, begin, name),
                    file[(begin + name)..(begin + name + (int)content)]
                ),
                BinaryPrimitives.ReadUInt32LittleEndian(header[14..])
            );
    }

    private static string? DifferenceFrom(byte[] written, byte[] file, List<ArchiveEntry> entries)
    {
        var same = written.AsSpan().CommonPrefixLength(file);
        return same == written.Length && same == file.Length ? null
            : same == written.Length ? $"文件末尾多出 {file.Length - same} 个字节"
            : $"{PlaceOf(same, entries)}（第 {same + 1} 个字节）被改动";
    }

    private static string PlaceOf(int offset, List<ArchiveEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (offset < LengthOf(entry))
            {
                return $"“{entry.Name}”的条目头";
            }

            offset -= LengthOf(entry);
        }

        return entries.Count == 0 ? "文件开头" : $"“{entries[^1].Name}”之后";
    }
}
