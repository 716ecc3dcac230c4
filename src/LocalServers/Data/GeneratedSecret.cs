using System.Security.Cryptography;

namespace Assessment.LocalServers.Data;

/// <summary>A random password, made once and kept in a file that only its owner can read.</summary>
public static class GeneratedSecret
{
    // Without 0 and O, 1, l and I: people copy these by hand.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    public static string In(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            PrivateFile.Write(path, New() + "\n");
        }
        return File.ReadAllText(path).Trim();
    }

    public static string New()
    {
        while (true)
        {
            var secret = string.Join(
                '-',
                Enumerable
                    .Range(0, Groups)
                    .Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength))
            );
            // Password rules ask for each kind of letter.
            if (secret.Any(char.IsUpper) && secret.Any(char.IsLower) && secret.Any(char.IsDigit))
            {
                return secret;
            }
        }
    }
}
