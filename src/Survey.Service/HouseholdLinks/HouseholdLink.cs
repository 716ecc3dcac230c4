using System.Buffers.Text;
using System.Security.Cryptography;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Survey.HouseholdLinks;

/// <summary>
/// The link (测评链接) by which one household reaches one campaign's page. Its token is known only to whoever has the
/// link; here is its hash.
/// </summary>
public sealed class HouseholdLink : ITownshipOwned
{
    private const int TokenBytes = 18;

    /// <summary>SHA-256 of the token. A token is random and long, so its hash needs no salt.</summary>
    public byte[] TokenHash { get; init; } = [];

    public string Township { get; set; } = "";

    public Guid Campaign { get; init; }

    public string Area { get; init; } = "";

    /// <summary>The household's tag; forgotten when the campaign is closed.</summary>
    public Guid? Household { get; init; }

    public static string NewToken() =>
        Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) =>
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));
}
