using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;

namespace Assessment.Scoring.Registers;

/// <summary>Adds changes to the history, and says in the audit log what a person did.</summary>
internal static class RegisterRecords
{
    private const string Unsaid = "见变动记录";

    /// <summary>Keeps a change of a single row, with what differed before and after it; of what is personal, only that it did.</summary>
    public static void Keep(this ScoringDb db, RegisterChange change)
    {
        db.RegisterChanges.Add(change);
        var seen = RowChangeView.Of(change);
        var register = AllRegisters.Of(change.Register);
        var personal = register.Columns.Where(column => column.IsPersonal).ToList();
        db.Record(
            new AuditedChange(
                ActionOf(change.Kind),
                // A key with a name in it is not said either.
                personal.Exists(column => column.IsKey)
                    ? $"{change.Register}:{change.Row}"
                    : $"{change.Register}:{change.Key}",
                change.Cycle == Guid.Empty ? null : change.Cycle,
                change.Reason,
                seen.Before is null ? null : new { Values = Said(seen.Before, register) },
                new
                {
                    change.Date,
                    change.Version,
                    Values = Said(seen.After, register),
                }
            )
        );
    }

    public static void RecordTakeOver(
        this ScoringDb db,
        Cycle cycle,
        RegisterEdit edit,
        int rows
    ) =>
        db.Record(
            new AuditedChange(
                AuditActions.RegisterTakenOver,
                $"cycle:{cycle.Id}",
                cycle.Id,
                edit.Reason,
                After: new { edit.Date, Rows = rows }
            )
        );

    private static Dictionary<string, string> Said(
        IReadOnlyDictionary<string, string> values,
        Register register
    ) =>
        values.ToDictionary(
            value => value.Key,
            value => IsPersonal(register, value.Key) ? Unsaid : value.Value,
            StringComparer.Ordinal
        );

    /// <summary>What a scheme declares of people may be anything about them.</summary>
    private static bool IsPersonal(Register register, string value) =>
        register.Columns.FirstOrDefault(column => column.Name == value) is { } column
            ? column.IsPersonal
            : register.DeclaredOfAreas == false && !RowChangeView.IsOfState(value);

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
