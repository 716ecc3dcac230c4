using System.Security.Cryptography;
using Assessment.Archives;
using Assessment.Archives.Content;
using Assessment.Archives.Manifests;
using Assessment.Archives.Signing;
using Assessment.Archives.Zip;
using Assessment.Audit;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Reading;

namespace Assessment.Cli.Tests.FinalFiles;

/// <summary>Makes final files of the schemes' cases, as the service does of a cycle's result.</summary>
internal static class SampleFinalFile
{
    private static readonly DateTimeOffset At = new(2025, 1, 20, 2, 0, 0, default);
    private static readonly Guid Cycle = new("0193c2a0-0000-7000-8000-000000000001");

    internal static FinalContent Content(string scheme = "gaojing-2024", string number = "7")
    {
        var folder = Path.GetDirectoryName(Assess.SchemeFile(scheme))!;
        var read = SchemeReader.Read(
            File.ReadAllText(Assess.SchemeFile(scheme)),
            Assess.SchemeFile(scheme)
        );
        var facts = FactSetJson.Read(
            File.ReadAllText(Assess.CaseFile(scheme, number, "facts.json"))
        );
        facts = facts with
        {
            Staff = [.. facts.Staff.Select(person => person with { Base = null })],
        };
        return new()
        {
            Township = "gaojing",
            Cycle = Cycle,
            Title = read.Title,
            Year = facts.Year,
            Calculation = (Guid.Empty, 3, At),
            Version = 1,
            MadeAt = At,
            Result = Evaluator.Evaluate(read, facts),
            SchemeText = File.ReadAllText(Assess.SchemeFile(scheme)),
            Questionnaires = (read.Collection.Survey?.Campaigns ?? [])
                .Select(campaign => campaign.Questionnaire)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(name => name, name => File.ReadAllText(Path.Combine(folder, name))),
            SourceText = File.ReadAllText(Path.Combine(folder, read.Source.File)),
            Facts = facts,
            Registers =
            [
                new(
                    "areas",
                    "居民区名册",
                    [new("a1", "current", null, new Dictionary<string, string> { ["id"] = "a1" })]
                ),
            ],
            Ledger =
            [
                new(
                    1,
                    "a1",
                    "hotline.disposal",
                    null,
                    null,
                    97.5m,
                    40,
                    null,
                    "hotline",
                    "12345 热线",
                    At,
                    ["20240601"],
                    [],
                    null,
                    Withdrawn: false
                ),
            ],
            Events =
            [
                new(
                    1,
                    "e1",
                    "a1",
                    "honour",
                    new(2024, 9, 1),
                    "zhang",
                    At,
                    [],
                    null,
                    "approved",
                    null
                ),
            ],
            AuditLines = [.. AuditExportFile.Chain("scoring", 4).Skip(1)],
        };
    }

    internal static byte[] Write(IArchiveSigner signer) =>
        FinalFileWriter.Write(Content(), signer).Content;

    /// <summary>What somebody makes who has the program and a key, but not the deployment's.</summary>
    /// <param name="change">Entries without manifest and signature.</param>
    internal static byte[] Forge(
        byte[] file,
        IArchiveSigner signer,
        Func<List<ArchiveEntry>, List<ArchiveEntry>> change
    )
    {
        var entries = StoredZipReading.Of(file).Entries;
        var changed = change([.. entries.Skip(2)]);
        var manifest = ManifestForm.Write(
            EntryNames.Manifest,
            ManifestForm.Read<Manifest>(entries[0])! with
            {
                PublicKey = signer.PublicKey,
                Entries =
                [
                    .. changed.Select(entry => new ManifestEntry(
                        entry.Name,
                        entry.Content.Length,
                        FinalFileWriter.HashOf(entry)
                    )),
                ],
            }
        );
        return StoredZip.Write([
            manifest,
            ManifestForm.Write(
                EntryNames.Signature,
                new ManifestSignature(
                    ManifestForm.Algorithm,
                    ManifestForm.Encoding,
                    signer.Fingerprint,
                    Convert.ToBase64String(signer.Sign(manifest.Content))
                )
            ),
            .. changed,
        ]);
    }
}

/// <summary>A key of a test.</summary>
internal sealed class TestKey : IArchiveSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<string, byte[]> _signed = [];

    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem() + "\n";

    public string Fingerprint => PublicKeys.FingerprintOf(PublicKey)!;

    /// <summary>The same signature for the same content, which ECDSA alone would not give.</summary>
    public byte[] Sign(byte[] content)
    {
        var id = Convert.ToHexString(SHA256.HashData(content));
        return _signed.TryGetValue(id, out var known)
            ? known
            : _signed[id] = _key.SignData(
                content,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
    }

    public void Dispose() => _key.Dispose();
}
