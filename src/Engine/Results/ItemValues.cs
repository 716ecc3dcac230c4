using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Results;

/// <summary>
/// The items of one subject in the scheme's order. They are read where the evaluation left them, and become decimals
/// only where somebody asks for one.
/// </summary>
internal sealed class ItemValues(string[] names, IReadOnlyList<NamedValue> items, SubjectView at)
    : IReadOnlyDictionary<string, decimal?>
{
    internal static ItemValues None { get; } = new([], [], default);

    public int Count => names.Length;

    public IEnumerable<string> Keys => names;

    public IEnumerable<decimal?> Values => items.Select((_, i) => Exact(i)?.ToDecimal());

    public decimal? this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"No item {key}");

    public bool ContainsKey(string key) => Array.IndexOf(names, key) >= 0;

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out decimal? value)
    {
        var place = Array.IndexOf(names, key);
        value = place < 0 ? null : Exact(place)?.ToDecimal();
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, decimal?>> GetEnumerator()
    {
        for (var i = 0; i < names.Length; i++)
        {
            yield return new(names[i], Exact(i)?.ToDecimal());
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal string Name(int place) => names[place];

    /// <summary>As it was calculated.</summary>
    internal Rational? Exact(int place) => at.Value(items[place].Index).OrNull;
}
