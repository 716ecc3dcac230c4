using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Assessment.Engine.Results;

/// <summary>The items of one subject in the scheme's order, over names that all subjects of a sheet share.</summary>
internal sealed class ItemValues(string[] names, decimal?[] values)
    : IReadOnlyDictionary<string, decimal?>
{
    internal static ItemValues None { get; } = new([], []);

    public int Count => names.Length;

    public IEnumerable<string> Keys => names;

    public IEnumerable<decimal?> Values => values;

    public decimal? this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No item {key}");

    public bool ContainsKey(string key) => Array.IndexOf(names, key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out decimal? value)
    {
        var at = Array.IndexOf(names, key);
        value = at < 0 ? null : values[at];
        return at >= 0;
    }

    public IEnumerator<KeyValuePair<string, decimal?>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
            yield return new(names[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
