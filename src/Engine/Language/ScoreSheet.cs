using Assessment.Engine.Expressions;

namespace Assessment.Engine;

/// <summary>
/// 评分表: how the subjects of one kind are scored, ranked and graded.
/// </summary>
/// <param name="Values">All named values; an index is a column.</param>
/// <param name="Order">The columns in an order in which each comes after those it uses.</param>
internal sealed record ScoreSheet(
    IReadOnlyList<NamedValue> Values,
    IReadOnlyList<int> Order,
    NamedValue Total,
    NamedValue? Bonus,
    NamedValue? Deduction,
    NamedValue? Progress,
    RankRule Rank,
    IReadOnlyList<GradeRule> Grades,
    IReadOnlyList<TierRule> Tiers,
    IReadOnlyList<FindingRule> Findings
)
{
    /// <summary>考核项目 that the results list, in the scheme's order.</summary>
    internal IReadOnlyList<NamedValue> ReportedItems { get; } =
    [.. Values.Where(value => value.Kind == NamedValueKind.Item && value.InResults)];
}

/// <summary>排名: by the rounded total, then by each tie-break in turn, the higher the better.</summary>
/// <param name="WithinCategory">分类排名: areas are ranked among those of their own category.</param>
internal sealed record RankRule(
    bool WithinCategory,
    IReadOnlyList<TieBreak> TieBreaks,
    Citation Citation
);

/// <summary>同分比较. Ranks compare the rounded value.</summary>
internal sealed record TieBreak(string Title, Expression Value, int Decimals);

/// <summary>等次. The first one whose conditions hold is given.</summary>
/// <param name="AtLeast">The least total, included; null where none is asked.</param>
internal sealed record GradeRule(string Name, Constant? AtLeast, Quota? Quota, Citation Citation);

/// <summary>名额: floor(share × n), and never more than the maximum.</summary>
internal sealed record Quota(Constant Share, Constant? Maximum)
{
    /// <summary>How many of <paramref name="subjects"/> may have the grade.</summary>
    internal int Places(int subjects)
    {
        var share = decimal.Floor(Share.Value * subjects);
        return (int)(Maximum is null ? share : Math.Min(share, decimal.Floor(Maximum.Value)));
    }
}

/// <summary>档次 by rank: everybody whose rank is at most <paramref name="ToRank"/> and who is in no earlier tier.</summary>
internal sealed record TierRule(string Name, Constant ToRank, Citation Citation);

/// <summary>需关注事项: something that a person must see, when a requirement is not met.</summary>
internal sealed record FindingRule(
    string Code,
    string Detail,
    string Title,
    Expression Value,
    Expression AtLeast,
    Citation Citation
);
