using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Scores;

/// <summary>What the audit log says of a score: item, period and value. Of files it says how many rows they had.</summary>
internal static class ScoreRecords
{
    public static AuditedChange Entered(Guid cycle, LedgerEntry? before, Observation after) =>
        new(
            AuditActions.ScoreEntered,
            SubjectOf(after.Key),
            cycle,
            after.Reason,
            before is { Withdrawn: false } ? Of(before.Key, before.Value) : null,
            Of(after.Key, after.Value)
        );

    public static AuditedChange Withdrawn(Guid cycle, LedgerEntry score, string reason) =>
        new(
            AuditActions.ScoreWithdrawn,
            SubjectOf(score.Key),
            cycle,
            reason,
            Before: Of(score.Key, score.Value)
        );

    private static string SubjectOf(LedgerKey key) => $"subject:{key.Subject}";

    private static object Of(LedgerKey key, decimal value) =>
        new
        {
            key.Item,
            Department = key.By,
            key.Period,
            Value = Normalization.Of(value),
        };
}
