using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Registers;

/// <summary>Adds changes to the history, and says in the audit log what a person did.</summary>
internal static class RegisterRecords
{
    /// <summary>Keeps a change of a single row, with what differed before and after it.</summary>
    public static void Keep(this ScoringDb db, RegisterChange change)
    {
        db.RegisterChanges.Add(change);
        var seen = RowChangeView.Of(change);
        db.Record(
            new AuditedChange(
                ActionOf(change.Kind),
                $"{change.Register}:{change.Key}",
                change.Cycle == Guid.Empty ? null : change.Cycle,
                change.Reason,
                seen.Before is null ? null : new { change.Date, Values = seen.Before },
                new
                {
                    change.Date,
                    change.Version,
                    Values = seen.After,
                }
            )
        );
    }

    public static void RecordTakeOver(this ScoringDb db, Cycle cycle, RegisterEdit edit, int rows) =>
        db.Record(
            new AuditedChange(
                AuditActions.RegisterTakenOver,
                $"cycle:{cycle.Id}",
                cycle.Id,
                edit.Reason,
                After: new { edit.Date, Rows = rows }
            )
        );

    private static string ActionOf(RegisterChangeKind kind) =>
        kind switch
        {
            RegisterChangeKind.Created => AuditActions.RegisterRowCreated,
            RegisterChangeKind.Changed => AuditActions.RegisterRowChanged,
            RegisterChangeKind.Ended => AuditActions.RegisterRowEnded,
            RegisterChangeKind.Withdrawn => AuditActions.RegisterRowWithdrawn,
            RegisterChangeKind.Reinstated => AuditActions.RegisterRowReinstated,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
