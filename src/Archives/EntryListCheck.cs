using Assessment.Archives.Content;
using Assessment.Archives.Manifests;
using Assessment.Archives.Zip;

namespace Assessment.Archives;

/// <summary>Whether the entries are those of the manifest: each of them, no other, in the same order.</summary>
internal static class EntryListCheck
{
    internal static IEnumerable<string> Of(Manifest manifest, IReadOnlyList<ArchiveEntry> entries)
    {
        var listed = manifest.Entries.Select(entry => entry.Name).ToList();
        var there = entries.Select(entry => entry.Name).ToList();
        foreach (var name in listed.Except(there).Union(EntryNames.Always.Except(listed)))
        {
            yield return $"缺少“{name}”";
        }

        foreach (var name in there.Except(listed))
        {
            yield return $"“{name}”是多出的，不在清单上";
        }

        foreach (var (name, place) in there.Select((name, place) => (name, place)))
        {
            if (there.IndexOf(name) != place)
            {
                yield return $"“{name}”重复";
            }
        }

        if (
            there.Order(StringComparer.Ordinal).SequenceEqual(listed.Order(StringComparer.Ordinal))
            && there.Zip(listed).FirstOrDefault(pair => pair.First != pair.Second)
                is { First: { } moved }
        )
        {
            yield return $"“{moved}”不在清单所列的位置，次序被改动";
        }

        foreach (var entry in entries)
        {
            if (
                manifest.Entries.FirstOrDefault(line => line.Name == entry.Name) is { } line
                && (
                    line.Size != entry.Content.Length
                    || line.Sha256 != FinalFileWriter.HashOf(entry)
                )
            )
            {
                yield return $"“{entry.Name}”被改动，与清单的校验值不符";
            }
        }
    }
}
