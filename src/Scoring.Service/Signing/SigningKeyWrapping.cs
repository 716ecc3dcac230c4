using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Assessment.Scoring.Signing;

/// <summary>Wraps private keys with the deployment's key ring. Without the ring none of them signs again.</summary>
public sealed class SigningKeyWrapping(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector(
        "Assessment.SigningKeys",
        "v1"
    );

    /// <param name="privateKey">Cleared afterwards.</param>
    public byte[] Wrap(byte[] privateKey)
    {
        var wrapped = _protector.Protect(privateKey);
        CryptographicOperations.ZeroMemory(privateKey);
        return wrapped;
    }

    /// <exception cref="SigningKeyCannotBeUnwrapped">No key of the ring wrapped it.</exception>
    public byte[] Unwrap(byte[] wrapped)
    {
        try
        {
            return _protector.Unprotect(wrapped);
        }
        catch (CryptographicException)
        {
            throw new SigningKeyCannotBeUnwrapped();
        }
    }
}
