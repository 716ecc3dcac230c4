using System.Security.Cryptography;
using Assessment.Archives.Signing;

namespace Assessment.Scoring.Signing;

/// <summary>The deployment's current key, unwrapped, until it is disposed of.</summary>
public sealed class DeploymentSignature : IArchiveSigner, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create();

    internal DeploymentSignature(SigningKey key, SigningKeyWrapping wrapping)
    {
        (Fingerprint, PublicKey) = (key.Fingerprint, key.PublicKey);
        var privateKey = wrapping.Unwrap(key.WrappedPrivateKey);
        _key.ImportPkcs8PrivateKey(privateKey, out _);
        CryptographicOperations.ZeroMemory(privateKey);
    }

    public string Fingerprint { get; }

    public string PublicKey { get; }

    public byte[] Sign(byte[] content) =>
        _key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _key.Dispose();
}
