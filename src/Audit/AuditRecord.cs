namespace Assessment.Audit;

/// <summary>
/// 审计记录: one change, decision, export or read of a township's, as a link of the chain that the township has in one
/// service.
/// </summary>
/// <param name="Service">The service's short name, for example <c>scoring</c>.</param>
/// <param name="Township">The township's id; empty for what belongs to no township.</param>
/// <param name="Sequence">From 1, without gaps, in the township's chain of the service.</param>
/// <param name="At">When, to the microsecond.</param>
/// <param name="Who">The user name; <see cref="AuditActions.System"/> where the platform itself acted.</param>
/// <param name="Duty">The role in which it was done.</param>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="Subject">On what, for example <c>area:A01</c>.</param>
/// <param name="Reason">Why, where whoever did it had to say so.</param>
/// <param name="Before">What was there before, as the text of a small JSON object.</param>
/// <param name="After">What is there now, in the same form.</param>
/// <param name="PreviousHash">The hash of the record before; <see cref="AuditHash.OfNothing"/> for the first.</param>
/// <param name="Hash">SHA-256 over everything else, see <see cref="AuditHash"/>.</param>
public sealed record AuditRecord(
    string Service,
    string Township,
    long Sequence,
    DateTimeOffset At,
    string Who,
    string Duty,
    string Action,
    string Subject,
    Guid? Cycle,
    string? Reason,
    string? Before,
    string? After,
    string PreviousHash,
    string Hash
);
