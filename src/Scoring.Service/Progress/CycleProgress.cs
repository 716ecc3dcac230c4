using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Registers;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Progress;

/// <summary>How far a cycle has come, and what is missing.</summary>
/// <param name="Events">Events that count.</param>
/// <param name="PendingImports">Imports into this service that have not ended.</param>
/// <param name="LateFacts">Changes of facts after the freezing; recorded, but not in the results.</param>
/// <param name="CancelledBecause">Why the cycle was cancelled; null where it was not.</param>
/// <param name="ArchivedAt">Null where it is not archived.</param>
/// <param name="TakenOver">What was taken over when the cycle was opened.</param>
public sealed record CycleProgress(
    Guid Id,
    string Scheme,
    string SchemeVersion,
    string Title,
    int Year,
    CycleState State,
    DateTimeOffset OpenedAt,
    DateTimeOffset? FinalAt,
    CalculationProgress Calculation,
    IReadOnlyList<SourceProgress> Sources,
    IReadOnlyList<ScoreProgress> Scores,
    int Events,
    int PendingImports,
    long LateFacts,
    TakenOverAtOpening? TakenOver,
    DateTimeOffset? CancelledAt,
    string? CancelledBecause,
    DateTimeOffset? ArchivedAt,
    bool IsRehearsal
);

/// <param name="Status">none, waiting, done, failed or cancelled.</param>
/// <param name="Outdated">Whether facts have changed since the newest result.</param>
/// <param name="WaitingFor">Since <paramref name="AskedAt"/>; asking again is always allowed.</param>
public sealed record CalculationProgress(
    string Status,
    DateTimeOffset? AskedAt,
    DateTimeOffset? EndedAt,
    bool Outdated,
    IReadOnlyList<MissingInput> WaitingFor,
    IReadOnlyList<Problem> Problems
)
{
    public static CalculationProgress None { get; } = new("none", null, null, false, [], []);
}

/// <summary>What a source has reported: a service, the panels together, or the registers together.</summary>
/// <param name="Source"><c>survey</c>, <c>hotline</c>, <c>panel</c> or <c>register</c>.</param>
public sealed record SourceProgress(
    string Source,
    string Title,
    int SubjectsReported,
    int SubjectsExpected,
    IReadOnlyList<ProgressLine> Details
);

/// <param name="Missing">Ids of the areas or people that are still missing.</param>
public sealed record ProgressLine(
    string Label,
    int Done,
    int Expected,
    IReadOnlyList<string> Missing
);

/// <summary>What a department has scored of a line.</summary>
/// <param name="Counts">Whether the scores make the line's value; where leads decide, the others' are recorded only.</param>
/// <param name="Least">The least score.</param>
/// <param name="Most">The greatest score.</param>
/// <param name="Step">A score is a whole number of steps above the least; null where the scheme sets none.</param>
/// <param name="Periods">Empty where a department scores once a year.</param>
/// <param name="Done">Areas with scores for a whole year.</param>
/// <param name="Missing">Ids of the areas that are still missing.</param>
public sealed record ScoreProgress(
    string Item,
    string Title,
    string Department,
    bool Counts,
    decimal Least,
    decimal Most,
    decimal? Step,
    IReadOnlyList<ScorePeriod> Periods,
    int Done,
    int Expected,
    IReadOnlyList<string> Missing
);

/// <summary>期次 of a line.</summary>
public sealed record ScorePeriod(string Id, string Title);
