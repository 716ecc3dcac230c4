using Assessment.Archives.Manifests;
using Assessment.Archives.Zip;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Archives.Content;

/// <summary>Makes the files of a final file, in their order.</summary>
internal static class FinalEntries
{
    internal static IReadOnlyList<ArchiveEntry> Of(FinalContent content) =>
        [
            ArchiveEntry.OfText(EntryNames.Scheme, content.SchemeText),
            .. content.SourceText is { } source
                ? [OfScheme(content.Scheme.Source.File, source)]
                : Array.Empty<ArchiveEntry>(),
            .. content
                .Questionnaires.OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => OfScheme(file.Key, file.Value)),
            ManifestForm.Write(EntryNames.Register, content.Registers),
            ArchiveEntry.OfText(
                EntryNames.Facts,
                FactSetJson.Write(FactsToArchive.Of(content.Facts)) + "\n"
            ),
            ManifestForm.Write(EntryNames.Ledger, content.Ledger),
            ManifestForm.Write(EntryNames.Events, content.Events),
            ManifestForm.Write(EntryNames.Decisions, content.Decisions),
            ArchiveEntry.OfText(EntryNames.Results, ResultsText.Of(content.Result)),
            ArchiveEntry.OfText(
                EntryNames.Audit,
                string.Concat(content.AuditLines.Select(line => line + "\n"))
            ),
        ];

    private static ArchiveEntry OfScheme(string name, string text) =>
        ArchiveEntry.OfText(EntryNames.SchemeFolder + name, text);
}
