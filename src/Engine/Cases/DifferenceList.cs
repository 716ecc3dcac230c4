using System.Globalization;
using Assessment.Engine.Results;

namespace Assessment.Engine.Cases;

/// <summary>Collects what is different, in words.</summary>
internal sealed class DifferenceList
{
    /// <summary>expected.json has items with 4 decimals.</summary>
    private const decimal ItemTolerance = 0.0001m;
    private const string None = "无";
    private const string Some = "有";

    private readonly List<CaseDifference> _all = [];

    internal IReadOnlyList<CaseDifference> All => _all;

    internal void Add(IEnumerable<CaseDifference> differences) => _all.AddRange(differences);

    internal void Lacks(string subject, string item) => Add(subject, item, Some, None);

    internal void HasToo(string subject, string item) => Add(subject, item, None, Some);

    internal void Texts(string subject, string item, string? expected, string? actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            Add(subject, item, expected ?? None, actual ?? None);
        }
    }

    internal void Numbers(string subject, string item, decimal? expected, decimal? actual)
    {
        if (expected != actual)
        {
            Add(subject, item, Written(expected), Written(actual));
        }
    }

    internal void Sets(
        string subject,
        string item,
        IReadOnlyList<string> expected,
        IReadOnlyList<string> actual
    )
    {
        if (!expected.ToHashSet(StringComparer.Ordinal).SetEquals(actual))
        {
            Add(subject, item, Written(expected), Written(actual));
        }
    }

    /// <summary>Only the items that are expected.</summary>
    internal void Items(
        string subject,
        IReadOnlyDictionary<string, decimal?> expected,
        IReadOnlyDictionary<string, decimal?> actual
    )
    {
        foreach (var (item, wanted) in expected.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (!actual.TryGetValue(item, out var given))
            {
                Add(subject, item, Written(wanted), "没有这个项目");
            }
            else if (!AreClose(wanted, given))
            {
                Add(subject, item, Written(wanted), Written(given));
            }
        }
    }

    private static bool AreClose(decimal? a, decimal? b) =>
        a is { } one && b is { } other
            ? Math.Abs(one - other) <= ItemTolerance
            : a is null && b is null;

    private static string Written(decimal? number) =>
        number is { } value
            ? Results.ResultNumbers.Normalized(value).ToString(CultureInfo.InvariantCulture)
            : None;

    private static string Written(IReadOnlyList<string> texts) =>
        texts.Count == 0 ? None : string.Join("、", texts.Order(StringComparer.Ordinal));

    private void Add(string subject, string item, string expected, string actual) =>
        _all.Add(new(subject, item, expected, actual));
}
