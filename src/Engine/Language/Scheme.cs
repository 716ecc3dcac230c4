using System.Collections.Frozen;
using Assessment.Engine.Expressions;

namespace Assessment.Engine;

/// <summary>方案: the rules of one township for one year, read and checked. Immutable; made by <see cref="SchemeReader"/>.</summary>
public sealed class Scheme
{
    internal Scheme(SchemeHead head, Collection collection, SchemeRules rules)
    {
        Head = head;
        Collection = collection;
        Rules = rules;
    }

    /// <summary>For example <c>gaojing-2024</c>.</summary>
    public string Id => Head.Id;

    /// <summary>SHA-256 over the canonical form: comments, spacing and the order of keys do not matter.</summary>
    public string Version => Head.Version;

    public string Title => Head.Title;

    /// <summary>The township's name.</summary>
    public string Township => Head.Township;

    public int Year => Head.Year;

    public SchemeSource Source => Head.Source;

    public Collection Collection { get; }

    public IReadOnlyList<Parameter> Parameters => Rules.Parameters;

    /// <summary>Whether the results have tiers (档次).</summary>
    public bool HasTiers => Rules.Areas.Tiers.Count > 0;

    /// <summary>Whether the results have a progress index (进步指数).</summary>
    public bool HasProgress => Rules.Areas.Progress is not null;

    /// <summary>The grades (等次) from best to worst.</summary>
    public IReadOnlyList<string> Grades => [.. Rules.Areas.Grades.Select(grade => grade.Name)];

    /// <summary>The tiers (档次) from best to worst.</summary>
    public IReadOnlyList<string> Tiers => [.. Rules.Areas.Tiers.Select(tier => tier.Name)];

    /// <summary>The items (考核项目) that results list, with their points.</summary>
    public IReadOnlyList<ListedItem> Items =>
        [
            .. Rules.Areas.ReportedItems.Select(item => new ListedItem(
                item.Id,
                item.Title,
                item.Points
            )),
        ];

    /// <summary>The posts (职务) that the scheme knows, with the word for each; whoever has another is no part of it.</summary>
    public IReadOnlyDictionary<string, string> Posts => Rules.Posts;

    /// <summary>Every citation in the scheme, with the id of its rule.</summary>
    public IReadOnlyList<CitedRule> Citations => Rules.Citations;

    /// <summary>The items that facts may have, with the range of their values where there is one.</summary>
    public IReadOnlyDictionary<string, PointRange?> FactRanges => Rules.FactRanges;

    internal SchemeHead Head { get; }

    internal SchemeRules Rules { get; }

    /// <summary>The periods in which rules read an item from a source; null stands for facts without a period.</summary>
    public IReadOnlyList<string?> PeriodsRead(string item, string? by) =>
        [
            .. Rules
                .FactSlots.Keys.Where(key =>
                    string.Equals(key.Item, item, StringComparison.Ordinal)
                    && string.Equals(key.By, by, StringComparison.Ordinal)
                )
                .Select(key => key.Period),
        ];
}

/// <summary>An item (考核项目) of the results.</summary>
public sealed record ListedItem(string Id, string Title, decimal? Points);

/// <summary>A rule and where it comes from.</summary>
public sealed record CitedRule(string Rule, int Line, Citation Citation);

/// <summary>What a scheme file says of itself.</summary>
internal sealed record SchemeHead(
    string Id,
    string Version,
    string Title,
    string Township,
    int Year,
    SchemeSource Source
);

/// <summary>The rules of a scheme, bound: every name is resolved to what it names.</summary>
/// <param name="FactRanges">The items that facts may have, with the range of their values where there is one.</param>
/// <param name="FactSlots">Where a subject's facts are kept: one slot for each that some rule reads.</param>
internal sealed record SchemeRules(
    IReadOnlyList<Parameter> Parameters,
    FrozenDictionary<string, PointRange?> FactRanges,
    FrozenDictionary<FactKey, int> FactSlots,
    FrozenDictionary<string, EventRule> Events,
    IReadOnlyDictionary<string, string> Posts,
    ScoreSheet Areas,
    PayoutRule? Payout,
    IReadOnlyList<CitedRule> Citations
);
