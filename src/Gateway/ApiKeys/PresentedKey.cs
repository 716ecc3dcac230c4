namespace Assessment.Gateway.ApiKeys;

/// <summary>A key as a program shows it: <c>ak_</c>, the id, <c>_</c>, the secret.</summary>
public sealed record PresentedKey(string Id, string Secret)
{
    private const string Prefix = "ak_";

    public static string Text(string id, string secret) => $"{Prefix}{id}_{secret}";

    public static PresentedKey? Read(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        // The secret may have underscores of its own.
        var parts = text[Prefix.Length..].Split('_', 2);
        return parts is [{ Length: > 0 } id, { Length: > 0 } secret]
            ? new PresentedKey(id, secret)
            : null;
    }
}
