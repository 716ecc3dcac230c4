using Assessment.Engine.Payouts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Comparing;

/// <summary>对比: two evaluations, who moved by how much, and which clauses moved them.</summary>
/// <param name="Steps">What is different, in the order in which it was changed from the first into the second.</param>
/// <param name="Subjects">Everybody who is in one of the two, in ordinal order of the ids.</param>
public sealed record ResultComparison(
    EvaluationResult First,
    EvaluationResult Second,
    IReadOnlyList<ComparisonStep> Steps,
    IReadOnlyList<SubjectComparison> Subjects
);

/// <summary>One difference between the two: a rule that is written differently, or the facts of one item.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Clause">条款; null where there is none.</param>
/// <param name="Kind">Whether a rule or facts are different.</param>
public sealed record ComparisonStep(string Title, string? Clause, ComparisonStepKind Kind);

/// <summary>What is different.</summary>
public enum ComparisonStepKind
{
    /// <summary>方案条款.</summary>
    Rule,

    /// <summary>事实.</summary>
    Facts,

    /// <summary>加减分事项.</summary>
    Events,

    /// <summary>居民区和人员名单.</summary>
    Subjects,

    /// <summary>集体研究决定.</summary>
    Decisions,
}

/// <summary>A subject before and after.</summary>
/// <param name="First">Null where the subject is only in the second.</param>
/// <param name="Second">Null where the subject is only in the first.</param>
/// <param name="Parts">
/// What each step did, without those that did nothing. The totals add up to the difference of the totals, the amounts to
/// the difference of the amounts.
/// </param>
public sealed record SubjectComparison(
    string Id,
    string Name,
    SubjectState? First,
    SubjectState? Second,
    IReadOnlyList<ComparisonPart> Parts
)
{
    /// <summary>Null where one of the two has no total.</summary>
    public decimal? TotalDifference => Second?.Total - First?.Total;

    public Money? AmountDifference =>
        First?.Amount is { } before && Second?.Amount is { } after ? after - before : null;

    public bool IsMoved => First != Second;
}

/// <summary>What a subject has in one of the two.</summary>
/// <param name="Place">档次 of an area, 分档 of a person.</param>
public sealed record SubjectState(
    decimal? Total,
    int? Rank,
    string? Grade,
    string? Place,
    Money? Amount
);

/// <summary>What one or several steps did to a subject.</summary>
/// <param name="Steps">More than one where a total or amount is only there again after several of them.</param>
/// <param name="Total">Null where there is no total before or after.</param>
/// <param name="Amount">Null where there is no amount before or after.</param>
public sealed record ComparisonPart(
    IReadOnlyList<ComparisonStep> Steps,
    decimal? Total,
    Money? Amount,
    SubjectState? Before,
    SubjectState? After
);
