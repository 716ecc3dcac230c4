using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Assessment.Survey.Anonymity;

/// <summary>Makes and opens the keys of cycles and campaigns. They lie in the database only as the key ring protects them.</summary>
public sealed class SurveyKeys(IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;
    private readonly IDataProtector _protector = protection.CreateProtector(
        "Assessment.Survey.Key",
        "v1"
    );

    /// <summary>A new key, protected.</summary>
    public byte[] Create() => _protector.Protect(RandomNumberGenerator.GetBytes(KeyBytes));

    public HouseholdTags OpenTags(byte[] protectedKey) => new(_protector.Unprotect(protectedKey));

    public AnswerSlots OpenSlots(byte[] protectedKey) => new(_protector.Unprotect(protectedKey));
}

/// <summary>Households' tags within a cycle. Codes are short and can be guessed; without the key a tag cannot.</summary>
public sealed class HouseholdTags(byte[] key)
{
    /// <summary>The same code in two areas is two households.</summary>
    public Guid Of(string area, string household) =>
        KeyedId.Of(key, Encoding.UTF8.GetBytes($"{area}\n{household}"));
}

/// <summary>The places of answers within a campaign.</summary>
public sealed class AnswerSlots(byte[] key)
{
    public Guid Of(Guid household) => KeyedId.Of(key, household.ToByteArray(bigEndian: true));
}

internal static class KeyedId
{
    public static Guid Of(byte[] key, byte[] content)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, content, hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}
