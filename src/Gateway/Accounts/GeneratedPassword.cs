using System.Security.Cryptography;

namespace Assessment.Gateway.Accounts;

/// <summary>初始密码: read aloud or copied by hand once, so without letters that look alike.</summary>
public static class GeneratedPassword
{
    private const int Length = 18; // 54 letters: 103 bits
    private const string Unambiguous = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public static string Create() => RandomNumberGenerator.GetString(Unambiguous, Length);
}
