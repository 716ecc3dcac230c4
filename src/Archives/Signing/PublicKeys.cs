using System.Security.Cryptography;

namespace Assessment.Archives.Signing;

/// <summary>验签公钥: public keys in PEM.</summary>
public static class PublicKeys
{
    /// <returns>SHA-256 of the key as SubjectPublicKeyInfo in DER, lower-case hex; null where the text is no such key.</returns>
    public static string? FingerprintOf(string pem)
    {
        using var key = Read(pem);
        return key is null
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    internal static bool Verifies(string pem, byte[] content, byte[] signature)
    {
        using var key = Read(pem);
        return key is not null
            && key.VerifyData(
                content,
                signature,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            );
    }

    private static ECDsa? Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception malformed) when (malformed is ArgumentException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
