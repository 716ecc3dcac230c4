using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Payouts;

/// <summary>Final results (已生效的结果), as much as the payout needs of them.</summary>
public sealed record FinalOutcome(IReadOnlyList<AreaOutcome> Areas)
{
    /// <summary>个人考核结果; empty where only areas are assessed.</summary>
    public IReadOnlyList<StaffOutcome> Staff { get; init; } = [];
}

/// <summary>An area's published result.</summary>
public sealed record AreaOutcome(
    string Id,
    string Name,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Tier
);

/// <summary>A person's published result.</summary>
public sealed record StaffOutcome(
    string Id,
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Band
);

/// <summary>绩效发放: what one person gets.</summary>
/// <param name="PostTitle">The post in the scheme's word; null where the scheme does not name it.</param>
/// <param name="Role">Id of the role, the pool or the amount in the scheme; null where the person has none.</param>
/// <param name="RoleTitle">The same in Chinese.</param>
/// <param name="Amount">Null while it cannot be said.</param>
public sealed record PayoutLine(
    string Person,
    string Name,
    string Area,
    string Post,
    string? PostTitle,
    string? Role,
    string? RoleTitle,
    string? Tier,
    Money? Amount
);

/// <summary>A payout sheet's lines, in the order of the staff.</summary>
public sealed class PayoutLines
{
    private readonly Func<string, ExplanationNode> _explain;

    internal PayoutLines(
        IReadOnlyList<PayoutLine> lines,
        IReadOnlyList<Finding> findings,
        Func<string, ExplanationNode> explain
    )
    {
        Lines = lines;
        Findings = findings;
        _explain = explain;
    }

    public IReadOnlyList<PayoutLine> Lines { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Why the person gets this amount.</summary>
    /// <exception cref="KeyNotFoundException">Nobody in the lines has this id.</exception>
    public ExplanationNode Explain(string personId) => _explain(personId);

    internal PayoutLine[] InOrderOfPersons()
    {
        var lines = Lines.ToArray();
        Array.Sort(lines, (a, b) => string.CompareOrdinal(a.Person, b.Person));
        return lines;
    }
}
