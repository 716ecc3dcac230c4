namespace Assessment.Scoring.Scores;

/// <summary>撤回评分: which score, and why.</summary>
/// <param name="Area">Id of the area, or of the member of staff, that was scored.</param>
/// <param name="Department">In whose name it was scored; a scorer of a single department need not name it.</param>
public sealed record ScoreWithdrawal(
    string Area,
    string Item,
    string? Department,
    string? Period,
    string Reason
);

/// <summary>What was withdrawn.</summary>
/// <param name="Score">As it was until now; it stays in the ledger.</param>
public sealed record ScoreWithdrawn(
    string Area,
    string Item,
    string? Department,
    string? Period,
    decimal Score,
    string Reason
);
