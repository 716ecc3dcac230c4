using System.Collections.Frozen;
using Assessment.Engine.Expressions;

namespace Assessment.Engine.Reading;

/// <summary>An operator of the language (算法): a class that is an expression and knows how it is read.</summary>
internal interface IConstruct
{
    /// <summary>The word in the file.</summary>
    static abstract string Keyword { get; }

    /// <summary>In whose calculations it has a meaning.</summary>
    static abstract ScopeKind[] Places { get; }

    /// <summary>Whether it says itself what counts where there is nothing, or always has a value, so that <c>absent</c> is not added to it.</summary>
    static abstract bool SaysWhatIsAbsent { get; }

    /// <returns>Null where a problem was reported.</returns>
    static abstract Expression? Read(WrittenOperator written);
}

/// <summary>A registered operator.</summary>
internal sealed record Construct(
    string Key,
    ScopeKind[] Places,
    bool SaysWhatIsAbsent,
    Func<WrittenOperator, Expression?> Read
)
{
    internal bool MayBeIn(ScopeKind place) => Places.Contains(place);

    internal static Construct Of<T>()
        where T : Expression, IConstruct => new(T.Keyword, T.Places, T.SaysWhatIsAbsent, T.Read);
}

/// <summary>In whose calculations an operator has a meaning.</summary>
internal static class Scopes
{
    internal static readonly ScopeKind[] Everywhere =
    [
        ScopeKind.Areas,
        ScopeKind.Staff,
        ScopeKind.Payout,
    ];

    /// <summary>Those who are assessed; the payout sees what has been published of them.</summary>
    internal static readonly ScopeKind[] Assessed = [ScopeKind.Areas, ScopeKind.Staff];

    internal static readonly ScopeKind[] People = [ScopeKind.Staff, ScopeKind.Payout];

    internal static readonly ScopeKind[] Areas = [ScopeKind.Areas];

    internal static readonly ScopeKind[] Staff = [ScopeKind.Staff];

    internal static readonly ScopeKind[] Payout = [ScopeKind.Payout];
}

/// <summary>The operators. They are a closed set: whatever is not here is refused.</summary>
internal static class Constructs
{
    internal static readonly IReadOnlyList<Construct> All =
    [
        Construct.Of<AttributeReading>(),
        Construct.Of<Sum>(),
        Construct.Of<Product>(),
        Construct.Of<Difference>(),
        Construct.Of<Mean>(),
        Construct.Of<Median>(),
        Construct.Of<Least>(),
        Construct.Of<Greatest>(),
        Construct.Of<FirstPresent>(),
        Construct.Of<Ratio>(),
        Construct.Of<Weighted>(),
        Construct.Of<Scale>(),
        Construct.Of<Deduct>(),
        Construct.Of<Round>(),
        Construct.Of<Steps>(),
        Construct.Of<FactReading>(),
        Construct.Of<SourcesMean>(),
        Construct.Of<RankBy>(),
        Construct.Of<EventPoints>(),
        Construct.Of<Reference>(),
        Construct.Of<AreaReference>(),
        Construct.Of<Lookup>(),
        Construct.Of<PeersMean>(),
        Construct.Of<SumOver>(),
    ];

    internal static readonly FrozenSet<string> Keys = All.Select(one => one.Key)
        .ToFrozenSet(StringComparer.Ordinal);
}
