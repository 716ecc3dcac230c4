using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Events;

/// <summary>What the audit log says of an event: rule and points, without the texts that describe it.</summary>
internal static class EventRecords
{
    public static AuditedChange Entered(EventEntry entry) =>
        new(AuditActions.EventEntered, SubjectOf(entry), entry.Cycle, After: Of(entry));

    public static AuditedChange Corrected(EventEntry before, EventEntry after) =>
        new(
            AuditActions.EventCorrected,
            SubjectOf(after),
            after.Cycle,
            after.Reason,
            Of(before),
            Of(after)
        );

    public static AuditedChange Withdrawn(EventEntry entry, string reason) =>
        new(AuditActions.EventWithdrawn, SubjectOf(entry), entry.Cycle, reason, Before: Of(entry));

    /// <summary>Checked, approved or refused.</summary>
    public static AuditedChange Handled(string action, EventEntry before, EventEntry after) =>
        new(action, SubjectOf(after), after.Cycle, after.Reason, Of(before), Of(after));

    private static string SubjectOf(EventEntry entry) => $"event:{entry.EventId}";

    private static object Of(EventEntry entry) =>
        new
        {
            entry.Subject,
            entry.Rule,
            entry.Level,
            Points = Normalization.Of(entry.Points),
            Count = Normalization.Of(entry.Count),
            Waiver = Normalization.Of(entry.Waiver),
            entry.Date,
            entry.Risk,
            entry.Stage,
            entry.AppliedAs,
            entry.Applicant,
        };
}
