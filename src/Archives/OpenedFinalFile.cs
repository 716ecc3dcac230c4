using Assessment.Archives.Content;
using Assessment.Archives.Manifests;
using Assessment.Archives.Signing;
using Assessment.Archives.Zip;

namespace Assessment.Archives;

/// <summary>
/// A final file that was opened and looked at: whether it is as it was written, and signed by the key that it carries.
/// </summary>
public sealed class OpenedFinalFile
{
    private readonly IReadOnlyDictionary<string, ArchiveEntry> _entries;

    private OpenedFinalFile(
        Manifest? manifest,
        IReadOnlyList<ArchiveEntry> entries,
        IReadOnlyList<string> problems
    )
    {
        Manifest = manifest;
        Problems = problems;
        _entries = entries
            .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Name, StringComparer.Ordinal);
    }

    /// <summary>Null where it cannot be read.</summary>
    public Manifest? Manifest { get; }

    /// <summary>What is not as it was written, and where, in Chinese; empty where the file is whole and its signature good.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Of the key in the file.</summary>
    public string? Fingerprint =>
        Manifest is null ? null : PublicKeys.FingerprintOf(Manifest.PublicKey);

    internal ArchiveEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <returns>Null where the file is no final file at all.</returns>
    public static OpenedFinalFile? Open(byte[] file)
    {
        if (!FinalFileMark.IsIn(file))
        {
            return null;
        }

        var reading = StoredZipReading.Of(file);
        if (reading.Problem is { } damage)
        {
            return new(manifest: null, reading.Entries, [damage]);
        }

        if (reading.Entries.Count < 2)
        {
            return new(manifest: null, reading.Entries, ["文件里缺少清单和签名"]);
        }

        var (first, second) = (reading.Entries[0], reading.Entries[1]);
        var rest = reading.Entries.Skip(2).ToList();
        var manifest = ReadManifest(first);
        return new(
            manifest,
            reading.Entries,
            manifest is null
                ? [$"“{EntryNames.Manifest}”缺少或被改动"]
                :
                [
                    .. SignatureProblems(manifest, first, second),
                    .. EntryListCheck.Of(manifest, rest),
                    .. AuditExtractCheck.Of(rest),
                ]
        );
    }

    private static Manifest? ReadManifest(ArchiveEntry entry) =>
        entry.Name == EntryNames.Manifest
        && ManifestForm.Read<Manifest>(entry)
            is { Format: ManifestForm.Format, FormatVersion: ManifestForm.Version } manifest
            ? manifest
            : null;

    private static IEnumerable<string> SignatureProblems(
        Manifest manifest,
        ArchiveEntry signed,
        ArchiveEntry entry
    )
    {
        if (
            entry.Name != EntryNames.Signature
            || ManifestForm.Read<ManifestSignature>(entry)
                is not {
                    Algorithm: ManifestForm.Algorithm,
                    Encoding: ManifestForm.Encoding
                } signature
            || signature.Fingerprint != PublicKeys.FingerprintOf(manifest.PublicKey)
            || BytesOf(signature.Signature) is not { } bytes
        )
        {
            yield return $"“{EntryNames.Signature}”缺少或被改动";
        }
        else if (!PublicKeys.Verifies(manifest.PublicKey, signed.Content, bytes))
        {
            yield return $"签名不符：“{EntryNames.Manifest}”或“{EntryNames.Signature}”被改动";
        }
    }

    /// <returns>Null where the text is not the one way to write bytes in base64.</returns>
    private static byte[]? BytesOf(string base64)
    {
        var bytes = new byte[base64.Length];
        return
            Convert.TryFromBase64String(base64, bytes, out var length)
            && Convert.ToBase64String(bytes, 0, length) == base64
            ? bytes[..length]
            : null;
    }
}
