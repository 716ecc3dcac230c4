using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Sheets;

/// <summary>What the audit log says of sheets.</summary>
internal static class SheetRecords
{
    public static AuditedChange Saved(
        Guid cycle,
        SheetKey sheet,
        IReadOnlyCollection<LedgerEntry> entries
    ) =>
        new(
            AuditActions.SheetSaved,
            SubjectOf(sheet),
            cycle,
            After: new
            {
                Entered = entries.Count(entry => !entry.Withdrawn),
                TakenBack = entries.Count(entry => entry.Withdrawn),
                Entries = entries.Select(entry => entry.Id),
            }
        );

    public static AuditedChange Taken(
        Guid cycle,
        SheetKey sheet,
        SheetState before,
        SheetAct act
    ) =>
        new(
            act.Step switch
            {
                SheetStep.Submit => AuditActions.SheetSubmitted,
                SheetStep.Return => AuditActions.SheetReturned,
                SheetStep.Sign => AuditActions.SheetSigned,
                SheetStep.Reopen => AuditActions.SheetReopened,
                _ => throw new InvalidOperationException($"No step {act.Step}."),
            },
            SubjectOf(sheet),
            cycle,
            act.Reason,
            new { State = before },
            new { act.State, act.Through }
        );

    private static string SubjectOf(SheetKey sheet) => $"sheet:{sheet}";
}
