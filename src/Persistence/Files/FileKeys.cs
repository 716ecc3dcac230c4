using System.Security.Cryptography;
using Assessment.Persistence.Files.Sealing;
using Microsoft.AspNetCore.DataProtection;

namespace Assessment.Persistence.Files;

/// <summary>
/// A random key for each file, kept with the file's row and wrapped by the deployment's key ring, for each township
/// in another way. Without the key ring no file can be read again.
/// </summary>
internal sealed class FileKeys(IDataProtectionProvider protection)
{
    public static byte[] New() => RandomNumberGenerator.GetBytes(SealedChunks.KeyLength);

    public byte[] Wrap(string township, byte[] key) => ProtectorOf(township).Protect(key);

    /// <exception cref="FileIsDamaged">No key of the ring wrapped it, or it is another township's.</exception>
    public byte[] Unwrap(string township, byte[] wrapped)
    {
        try
        {
            return ProtectorOf(township).Unprotect(wrapped);
        }
        catch (CryptographicException)
        {
            throw new FileIsDamaged("The key ring cannot unwrap the file's key.");
        }
    }

    private IDataProtector ProtectorOf(string township) =>
        protection.CreateProtector("Assessment.Files", "v1", township);
}
