using Microsoft.Extensions.Configuration;

namespace Assessment.ServiceDefaults.Sidecar;

/// <summary>
/// Which settings a process takes from a secret store: its own and no others, however much the store would give it. What
/// is not named here cannot be changed by whoever may write into the store.
/// </summary>
public sealed class SecretKeys
{
    private readonly HashSet<string> _own;

    private SecretKeys(IEnumerable<string> own) =>
        _own = new HashSet<string>(own, StringComparer.OrdinalIgnoreCase);

    /// <summary>The connection strings of the service's own database and of the broker, and what <c>Dapr:SecretKeys</c> adds.</summary>
    public static SecretKeys Of(string service, IConfiguration configuration) =>
        new([
            $"ConnectionStrings:{service}-db",
            "ConnectionStrings:messaging",
            .. (configuration.GetSection("Dapr:SecretKeys").Get<string[]>() ?? []).Select(KeyOf),
        ]);

    public override string ToString() => string.Join(", ", _own);

    /// <param name="secrets">What the store gave, each secret with its names and values.</param>
    /// <exception cref="SecretMustBeGivenOnce">The store has two values for the same setting.</exception>
    public IReadOnlyDictionary<string, string?> Take(
        IEnumerable<IReadOnlyDictionary<string, string>> secrets
    )
    {
        var taken = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in secrets.SelectMany(secret => secret))
        {
            var key = KeyOf(name);
            if (
                _own.Contains(key)
                && !taken.TryAdd(key, value)
                && !string.Equals(taken[key], value, StringComparison.Ordinal)
            )
            {
                throw new SecretMustBeGivenOnce(key);
            }
        }

        return taken;
    }

    /// <summary>Few stores let a name hold a colon: <c>ConnectionStrings--survey-db</c> is <c>ConnectionStrings:survey-db</c>.</summary>
    private static string KeyOf(string name) =>
        name.Replace("--", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)
            .Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}

/// <summary>Which of two values held would be chance.</summary>
public sealed class SecretMustBeGivenOnce(string key)
    : Exception(
        $"The secret store gives two different values for {key}: scope it to one, or name the secret to be read (Dapr:SecretName)."
    );
