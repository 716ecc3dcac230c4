using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Assessment.Gateway.Invitations;

/// <summary>
/// Secrets that the platform makes itself, of links and keys: 256 random bits, of which a plain digest gives nothing
/// away. A slow hash is for secrets that people think of.
/// </summary>
public static class SecretDigest
{
    private const int SecretBytes = 32;

    public static string NewSecret() =>
        WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string Of(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
