using System.Security.Cryptography;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Signing;

/// <summary>
/// 签名密钥 of the deployment, ECDSA on P-256. Written once: the newest key signs, and each key ends when the next one
/// begins. Old ones stay, so that what they signed can be verified.
/// </summary>
public sealed class SigningKey : IDeploymentOwned, IWrittenOnce
{
    public const int FingerprintLength = 64;

    /// <summary>SHA-256 of the public key as SubjectPublicKeyInfo in DER, lower-case hex. The key's id.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Which key of the deployment, from 1. Two replicas cannot both add the same one.</summary>
    public int Number { get; init; }

    /// <summary>SubjectPublicKeyInfo in PEM.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>PKCS #8, wrapped by the key ring.</summary>
    public byte[] WrappedPrivateKey { get; init; } = [];

    public DateTimeOffset Since { get; init; }

    /// <summary>A new random key.</summary>
    public static SigningKey New(int number, SigningKeyWrapping wrapping, DateTimeOffset since)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new()
        {
            Fingerprint = Convert.ToHexStringLower(
                SHA256.HashData(key.ExportSubjectPublicKeyInfo())
            ),
            Number = number,
            PublicKey = key.ExportSubjectPublicKeyInfoPem() + "\n",
            WrappedPrivateKey = wrapping.Wrap(key.ExportPkcs8PrivateKey()),
            Since = since,
        };
    }
}
