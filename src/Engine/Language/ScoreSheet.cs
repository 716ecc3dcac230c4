using Assessment.Engine.Conditions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Language;

/// <summary>
/// 评分表: how the subjects of one kind are scored, ranked and graded. Areas have one, and each class of staff has one.
/// </summary>
internal sealed record ScoreSheet
{
    /// <summary>Id of the class of staff; null in the sheet of the areas.</summary>
    internal string? Id { get; init; }

    /// <summary>What the subjects are called, for example <c>居民区</c>.</summary>
    internal required string Title { get; init; }

    /// <summary>Who is assessed by this sheet; null in the sheet of the areas.</summary>
    internal Condition? Who { get; init; }

    /// <summary>All named values; an index is a column.</summary>
    internal required IReadOnlyList<NamedValue> Values { get; init; }

    /// <summary>The columns in an order in which each comes after those it uses.</summary>
    internal required IReadOnlyList<int> Order { get; init; }

    internal required NamedValue Total { get; init; }

    internal NamedValue? Bonus { get; init; }

    internal NamedValue? Deduction { get; init; }

    internal NamedValue? Progress { get; init; }

    internal required RankRule Rank { get; init; }

    /// <summary>Tried in this order; who fits none is ranked.</summary>
    internal IReadOnlyList<AsideRule> Asides { get; init; } = [];

    internal IReadOnlyList<BandRule> Bands { get; init; } = [];

    internal IReadOnlyList<GradeRule> Grades { get; init; } = [];

    internal IReadOnlyList<TierRule> Tiers { get; init; } = [];

    internal TierLift? TierLift { get; init; }

    internal IReadOnlyList<FindingRule> Findings { get; init; } = [];

    internal IReadOnlyList<LastPlaceRule> LastPlaces { get; init; } = [];

    internal IReadOnlyList<FlagRule> Flags { get; init; } = [];

    /// <summary>考核项目 that the results list, in the scheme's order.</summary>
    internal IReadOnlyList<NamedValue> ReportedItems { get; private init; } = [];

    /// <summary>What in the values raises findings by itself.</summary>
    internal IReadOnlyList<IRaisesFinding> RaisingFindings { get; private init; } = [];

    /// <summary>The conditions of which it may not be known whether they hold.</summary>
    internal IReadOnlyList<UndecidableRule> MayBeUndecided { get; private init; } = [];

    /// <summary>What each item with points may come to.</summary>
    internal IReadOnlyList<ItemBounds> ItemBounds { get; private init; } = [];

    /// <summary>The sheet with what follows from its values worked out once.</summary>
    internal ScoreSheet Prepared() =>
        this with
        {
            ReportedItems =
            [
                .. Values.Where(value => value.Kind == NamedValueKind.Item && value.InResults),
            ],
            RaisingFindings =
            [
                // One that is read in several places is found once.
                .. Values
                    .SelectMany(value => value.Expression.All())
                    .OfType<IRaisesFinding>()
                    .DistinctBy(raising => (raising.Code, raising.Item)),
            ],
            MayBeUndecided = [.. UndecidableRule.Of(this)],
            ItemBounds = Evaluation.ItemBounds.Of(this),
        };
}

/// <summary>Among whom subjects are ranked.</summary>
internal enum RankScope
{
    /// <summary>全镇.</summary>
    Township,

    /// <summary>分类: areas among those of their own category.</summary>
    Category,

    /// <summary>本居民区: staff among those of their own area.</summary>
    Area,
}

/// <summary>排名: by the rounded total, then by each tie-break in turn, the higher the better.</summary>
/// <param name="Below">Whoever fits ranks below everybody who does not; null where nobody does.</param>
internal sealed record RankRule(
    RankScope Within,
    Condition? Below,
    IReadOnlyList<TieBreak> TieBreaks,
    Citation Citation
);

/// <summary>同分比较. Ranks compare the rounded value.</summary>
internal sealed record TieBreak(string Title, Expression Value, int Decimals);

/// <summary>不列入排名: who fits is neither ranked nor counted in any n.</summary>
/// <param name="KeepsTotal">Whether there is a total all the same.</param>
/// <param name="Grade">The grade that is given at once; null where none is.</param>
internal sealed record AsideRule(
    string Title,
    Condition When,
    bool KeepsTotal,
    string? Grade,
    Citation Citation
);

/// <summary>分档 (强制分布): a share of those who are ranked; cut points are half up, ties share the better band.</summary>
/// <param name="Always">Whoever fits is in this band, whatever the rank.</param>
internal sealed record BandRule(string Name, Constant Share, Condition? Always, Citation Citation);

/// <summary>等次. The first one whose conditions hold is given.</summary>
/// <param name="AtLeast">The least total, included; null where none is asked.</param>
internal sealed record GradeRule(
    string Name,
    Constant? AtLeast,
    Quota? Quota,
    Condition? When,
    Condition? Unless,
    Citation Citation
);

/// <summary>名额: floor(share × n), and never more than the maximum.</summary>
/// <param name="Plus">Further places where something holds of the group.</param>
/// <param name="Limit">Whether decisions may exceed it.</param>
internal sealed record Quota(Constant Share, Constant? Maximum, QuotaPlus? Plus, QuotaLimit Limit)
{
    /// <summary>How many of <paramref name="subjects"/> may have the grade.</summary>
    /// <param name="withPlus">Whether the further places are given.</param>
    internal int Places(int subjects, bool withPlus)
    {
        var share = (Share.Number * subjects).Floor();
        if (Maximum is not null)
        {
            share = Rational.Min(share, Maximum.Number.Floor());
        }

        return (int)(withPlus ? share + Plus!.Places.Number : share).ToDecimal();
    }
}

/// <summary>增加名额: so many places more where the condition holds of the group's area.</summary>
internal sealed record QuotaPlus(Constant Places, Condition When);

/// <summary>
/// 档次 by position: among those who are not placed yet and not barred, counting on after the better tiers.
/// </summary>
/// <param name="ToRank">The last position, included; null for the rest.</param>
/// <param name="Unless">Who is barred from the tier.</param>
/// <param name="OrAbove">Whoever is not barred and has a total above this is in the tier whatever the position.</param>
internal sealed record TierRule(
    string Name,
    Constant? ToRank,
    Condition? Unless,
    Constant? OrAbove,
    Citation Citation
);

/// <summary>升档: from one tier to another, where the total reaches a share of the mean total of a third.</summary>
internal sealed record TierLift(
    string From,
    string To,
    Constant Share,
    string OfMean,
    Citation Citation
);

/// <summary>需关注事项: something that a person must see, when a requirement is not met.</summary>
internal sealed record FindingRule(
    string Code,
    string Detail,
    string Title,
    Expression Value,
    Expression AtLeast,
    Citation Citation
);

/// <summary>末位: who is lowest in a line in a period, unless all are equal.</summary>
/// <param name="Twice">Only who is lowest in two periods running; the later one is named.</param>
internal sealed record LastPlaceRule(
    string Code,
    string Title,
    bool Twice,
    IReadOnlyList<ScoreLine> Lines,
    IReadOnlyList<string> Periods,
    IReadOnlyList<IReadOnlyList<int>> Slots,
    Citation Citation
);

/// <summary>标记: what follows for a person besides grade and pay, for the committee to decide on.</summary>
internal sealed record FlagRule(string Code, string Title, Condition When, Citation Citation);
