namespace Assessment.Archives.Signing;

/// <summary>Signs final files with one key, ECDSA on P-256 over SHA-256.</summary>
public interface IArchiveSigner
{
    /// <summary>SHA-256 of the public key as SubjectPublicKeyInfo in DER, lower-case hex.</summary>
    string Fingerprint { get; }

    /// <summary>SubjectPublicKeyInfo in PEM.</summary>
    string PublicKey { get; }

    /// <returns>The signature in DER (RFC 3279).</returns>
    byte[] Sign(byte[] content);
}
