using System.Security.Cryptography;
using Assessment.Archives.Content;
using Assessment.Archives.Manifests;
using Assessment.Archives.Signing;
using Assessment.Archives.Zip;

namespace Assessment.Archives;

/// <summary>A final file as it was written.</summary>
/// <param name="ManifestSha256">By which a correction names it; lower-case hex.</param>
public sealed record WrittenFinalFile(byte[] Content, string ManifestSha256);

/// <summary>
/// Writes the final file (最终结果文件): all that is needed to calculate the result again, and to see who gave what, in one
/// ZIP file. Content and key given, all its bytes but those of the signature are the same each time.
/// </summary>
public static class FinalFileWriter
{
    public static WrittenFinalFile Write(FinalContent content, IArchiveSigner signer)
    {
        var entries = FinalEntries.Of(content);
        var manifest = ManifestForm.Write(
            EntryNames.Manifest,
            ManifestOf(content, signer, entries)
        );
        var signature = new ManifestSignature(
            ManifestForm.Algorithm,
            ManifestForm.Encoding,
            signer.Fingerprint,
            Convert.ToBase64String(signer.Sign(manifest.Content))
        );
        return new(
            StoredZip.Write([
                manifest,
                ManifestForm.Write(EntryNames.Signature, signature),
                .. entries,
            ]),
            HashOf(manifest)
        );
    }

    internal static string HashOf(ArchiveEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(entry.Content));

    private static Manifest ManifestOf(
        FinalContent content,
        IArchiveSigner signer,
        IReadOnlyList<ArchiveEntry> entries
    ) =>
        new(
            ManifestForm.Format,
            ManifestForm.Version,
            content.Township,
            content.Cycle,
            content.Title,
            content.Year,
            new(content.Scheme.Id, content.Scheme.Version),
            new(content.Calculation.Id, content.Calculation.Number, content.Calculation.At),
            content.Version,
            content.Replaces is { } replaced
                ? new(replaced.Version, replaced.ManifestSha256)
                : null,
            content.Cause,
            content.MadeAt,
            content.Result.Digest,
            signer.PublicKey,
            [
                .. entries.Select(entry => new ManifestEntry(
                    entry.Name,
                    entry.Content.Length,
                    HashOf(entry)
                )),
            ]
        );
}
