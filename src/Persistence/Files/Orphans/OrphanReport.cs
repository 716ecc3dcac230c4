namespace Assessment.Persistence.Files.Orphans;

/// <summary>Files without what they need (孤儿文件): ids and sizes only, the first of each kind.</summary>
/// <param name="Unattached">Rows on which nothing has rested for a week after the upload; the sweep removes them.</param>
/// <param name="WithoutRow">On disk, but no row; the sweep removes those that are older than a day.</param>
/// <param name="WithoutContent">Rows whose content is not on disk: to be restored from the backup.</param>
public sealed record OrphanReport(
    OrphanKind Unattached,
    OrphanKind WithoutRow,
    OrphanKind WithoutContent
);

/// <param name="Count">How many there are.</param>
/// <param name="Bytes">What they have together.</param>
public sealed record OrphanKind(int Count, long Bytes, IReadOnlyList<OrphanedFile> Files)
{
    private const int Most = 200;

    internal static OrphanKind Of(IReadOnlyCollection<OrphanedFile> files) =>
        new(files.Count, files.Sum(file => file.Size), [.. files.Take(Most)]);
}

/// <param name="Size">In bytes; on disk where there is no row.</param>
/// <param name="Since">When it was uploaded, or written.</param>
public sealed record OrphanedFile(Guid Id, long Size, DateTimeOffset Since);
