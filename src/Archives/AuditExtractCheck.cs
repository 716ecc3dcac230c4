using Assessment.Archives.Content;
using Assessment.Archives.Zip;
using Assessment.Audit;

namespace Assessment.Archives;

/// <summary>
/// Whether the records of the extract are what their own hashes were made of, in their order. That none between them is
/// missing shows the whole log only, in which each line of the extract stands as it is here.
/// </summary>
internal static class AuditExtractCheck
{
    internal static IEnumerable<string> Of(IReadOnlyList<ArchiveEntry> entries)
    {
        if (entries.FirstOrDefault(entry => entry.Name == EntryNames.Audit) is not { } extract)
        {
            yield break;
        }

        AuditRecord? before = null;
        var line = 0;
        foreach (var text in extract.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            line++;
            if (
                AuditLine.Read(text) is not AuditRecord record
                || AuditHash.Of(record) != record.Hash
                || (before is not null && !Follows(before, record))
            )
            {
                yield return $"“{EntryNames.Audit}”第 {line} 行不是原来的审计记录";
                yield break;
            }

            before = record;
        }
    }

    private static bool Follows(AuditRecord before, AuditRecord record) =>
        record.Sequence > before.Sequence
        && (record.Sequence > before.Sequence + 1 || record.PreviousHash == before.Hash);
}
