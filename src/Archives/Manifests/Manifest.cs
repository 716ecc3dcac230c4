namespace Assessment.Archives.Manifests;

/// <summary>清单 of a final file: what it is of, and the checksum of everything in it. It alone is signed.</summary>
/// <param name="Format">Always <see cref="ManifestForm.Format"/>.</param>
/// <param name="FormatVersion">Of the file's form, <see cref="ManifestForm.Version"/>.</param>
/// <param name="Version">Which final result of the cycle, from 1; a correction (更正) is the next one.</param>
/// <param name="Replaces">The final file that this one takes the place of; null of the first.</param>
/// <param name="Cause">Why it was corrected; null of the first.</param>
/// <param name="MadeAt">When it was signed.</param>
/// <param name="Digest">校验码: the engine's, over scheme, facts, decisions and results.</param>
/// <param name="PublicKey">The key that verifies the signature, SubjectPublicKeyInfo in PEM.</param>
/// <param name="Entries">Everything but the manifest and the signature, in the order of the file.</param>
public sealed record Manifest(
    string Format,
    int FormatVersion,
    string Township,
    Guid Cycle,
    string Title,
    int Year,
    ManifestScheme Scheme,
    ManifestResult Result,
    int Version,
    ReplacedFile? Replaces,
    string? Cause,
    DateTimeOffset MadeAt,
    string Digest,
    string PublicKey,
    IReadOnlyList<ManifestEntry> Entries
);

/// <param name="Version">The engine's hash of the rules.</param>
public sealed record ManifestScheme(string Id, string Version);

/// <summary>The calculation that became final.</summary>
/// <param name="Number">Which calculation of the cycle, from 1.</param>
public sealed record ManifestResult(Guid Id, int Number, DateTimeOffset CalculatedAt);

/// <param name="Version">Of the final file that was replaced.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest, lower-case hex.</param>
public sealed record ReplacedFile(int Version, string ManifestSha256);

/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record ManifestEntry(string Name, long Size, string Sha256);

/// <summary>The content of <c>signature.json</c>.</summary>
/// <param name="Algorithm">Always <see cref="ManifestForm.Algorithm"/>.</param>
/// <param name="Encoding">Always <see cref="ManifestForm.Encoding"/>.</param>
/// <param name="Fingerprint">SHA-256 of the key as SubjectPublicKeyInfo in DER, lower-case hex.</param>
/// <param name="Signature">Over the bytes of <c>manifest.json</c>, base64.</param>
public sealed record ManifestSignature(
    string Algorithm,
    string Encoding,
    string Fingerprint,
    string Signature
);
