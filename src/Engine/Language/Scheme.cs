using System.Collections.Frozen;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Reading;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Language;

/// <summary>方案: the rules of one township for one year, read and checked. Immutable; made by <see cref="SchemeReader"/>.</summary>
public sealed class Scheme
{
    internal Scheme(SchemeHead head, Collection collection, SchemeRules rules)
    {
        Head = head;
        Collection = collection;
        Rules = rules;
        FactKinds = FactKind.AllOf(collection, rules);
    }

    /// <summary>A slug with the year in it, as the file names it.</summary>
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

    /// <summary>Whether areas have results, and not only staff.</summary>
    public bool AssessesAreas => Rules.Areas is not null;

    /// <summary>Whether the results have tiers (档次).</summary>
    public bool HasTiers => Rules.Areas is { Tiers.Count: > 0 };

    /// <summary>Whether the results have a progress index (进步指数).</summary>
    public bool HasProgress => Rules.Areas?.Progress is not null;

    /// <summary>Whether areas can get points apart from the items (加分).</summary>
    public bool HasBonus => Rules.Areas?.Bonus is not null;

    /// <summary>Whether areas can lose points apart from the items (减分).</summary>
    public bool HasDeduction => Rules.Areas?.Deduction is not null;

    /// <summary>The grades (等次) of areas from best to worst.</summary>
    public IReadOnlyList<string> Grades =>
        [.. (Rules.Areas?.Grades ?? []).Select(grade => grade.Name)];

    /// <summary>The tiers (档次) from best to worst.</summary>
    public IReadOnlyList<string> Tiers => [.. (Rules.Areas?.Tiers ?? []).Select(tier => tier.Name)];

    /// <summary>The items (考核项目) that results of areas list, with their points.</summary>
    public IReadOnlyList<ListedItem> Items => ListedItem.Of(Rules.Areas);

    /// <summary>The classes (考核类别) of staff; none where only areas are assessed.</summary>
    public IReadOnlyList<StaffClass> StaffClasses =>
        [
            .. Rules.StaffClasses.Select(sheet => new StaffClass(
                sheet.Id!,
                sheet.Title,
                ListedItem.Of(sheet),
                sheet.Grades.Count > 0 || sheet.Asides.Any(aside => aside.Grade is not null),
                sheet.Bands.Count > 0,
                sheet.Rank.Within == RankScope.Area,
                [.. sheet.Flags.Select(flag => new StaffFlag(flag.Code, flag.Title))]
            )),
        ];

    /// <summary>公示; null where the scheme says nothing of it.</summary>
    public Publicity? Publicity => Rules.Publicity;

    /// <summary>What the pay rules read of areas and people; empty where the scheme pays nothing.</summary>
    public IReadOnlyList<SubjectInput> PayInputs => Payouts.PayInputs.Of(Rules.Payout);

    /// <summary>Null where the scheme does not say how its result becomes final.</summary>
    public Procedure? Procedure => Rules.Procedure;

    /// <summary>What results raise after them, in the scheme's order.</summary>
    public IReadOnlyList<FollowUp> FollowUps => Rules.FollowUps;

    /// <summary>What is circulated during the year; empty where nothing is.</summary>
    public IReadOnlyList<Circular> Circulars => Rules.Circulars;

    /// <summary>Which of several postings counts; null where the scheme neither assesses nor pays people.</summary>
    public Postings? Postings => Rules.Postings;

    /// <summary>How people call the facts, with their units.</summary>
    internal IReadOnlyDictionary<string, FactDeclaration> Facts => Rules.Facts;

    /// <summary>The posts (职务) that the scheme knows, with the word for each; whoever has another is no part of it.</summary>
    public Vocabulary Posts => Rules.Posts;

    /// <summary>Every citation in the scheme, with the id of its rule.</summary>
    public IReadOnlyList<CitedRule> Citations => Rules.Citations;

    /// <summary>身份 that the scheme tells apart, with the word for each; empty where it tells none apart.</summary>
    public Vocabulary Identities => Rules.Identities;

    /// <summary>附加项: what registers are to keep besides what every register has, in the scheme's order.</summary>
    public IReadOnlyList<AttributeDeclaration> Attributes => Rules.Attributes;

    /// <summary>The ids of those that the pay rules read, all of staff.</summary>
    public IReadOnlySet<string> PayAttributes => Payouts.PayInputs.AttributesOf(Rules.Payout);

    /// <summary>The person with post (职务) and identity (身份) by the scheme's ids; words that it does not know stay.</summary>
    public StaffMember Understand(StaffMember person) =>
        person with
        {
            Post = Posts.IdOf(person.Post) ?? person.Post,
            Identity = person.Identity is { } identity
                ? Identities.IdOf(identity) ?? identity
                : null,
        };

    /// <summary>The items that facts may have, and what the scheme says of each.</summary>
    public IReadOnlyDictionary<string, FactKind> FactKinds { get; }

    /// <summary>The items (考核项目) that an event may void.</summary>
    public IReadOnlySet<string> VoidableItems => Rules.ItemIds;

    internal SchemeHead Head { get; }

    internal SchemeRules Rules { get; }
}

/// <summary>An item (考核项目) of the results.</summary>
public sealed record ListedItem(string Id, string Title, decimal? Points)
{
    internal static IReadOnlyList<ListedItem> Of(ScoreSheet? sheet) =>
        [
            .. (sheet?.ReportedItems ?? []).Select(item => new ListedItem(
                item.Id,
                item.Title,
                item.Points
            )),
        ];
}

/// <summary>考核类别 of staff.</summary>
/// <param name="IsRankedWithinArea">Whether people compete only with those of their own area.</param>
public sealed record StaffClass(
    string Id,
    string Title,
    IReadOnlyList<ListedItem> Items,
    bool HasGrades,
    bool HasBands,
    bool IsRankedWithinArea,
    IReadOnlyList<StaffFlag> Flags
);

/// <summary>标记 that a person may have.</summary>
public sealed record StaffFlag(string Code, string Title);

/// <summary>A rule and where it comes from.</summary>
public sealed record CitedRule(
    string Rule,
    Citation Citation,
    TextPlace ClauseAt,
    TextPlace QuoteAt
);

/// <summary>What a scheme file says of itself.</summary>
/// <param name="Root">The file as it was read.</param>
internal sealed record SchemeHead(
    string Id,
    string Version,
    string Title,
    string Township,
    int Year,
    SchemeSource Source,
    YamlMappingNode Root
);

/// <summary>The rules of a scheme, bound: every name is resolved to what it names.</summary>
/// <param name="AreaFacts">Where the facts of an area are kept.</param>
/// <param name="StaffFacts">Where the facts of a member of staff are kept.</param>
/// <param name="ItemIds">The items that an event may void.</param>
/// <param name="Areas">Null where only staff is assessed.</param>
internal sealed record SchemeRules(
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyDictionary<string, FactDeclaration> Facts,
    FactLayout AreaFacts,
    FactLayout StaffFacts,
    FrozenDictionary<string, EventRule> Events,
    FrozenSet<string> ItemIds,
    Vocabulary Posts,
    Vocabulary Identities,
    ScoreSheet? Areas,
    IReadOnlyList<ScoreSheet> StaffClasses,
    PayoutRule? Payout,
    Publicity? Publicity,
    Procedure? Procedure,
    IReadOnlyList<CitedRule> Citations
)
{
    internal IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    internal IReadOnlyList<Circular> Circulars { get; init; } = [];

    internal Postings? Postings { get; init; }

    internal IReadOnlyList<AttributeDeclaration> Attributes { get; init; } = [];
}
