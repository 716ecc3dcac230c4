namespace Assessment.Persistence.Auditing;

/// <summary>
/// A change, decision or export that is to be recorded. Answers, texts, lists of names and amounts have no place in it:
/// ids, states, counts, points and digests do.
/// </summary>
/// <param name="Action">One of <see cref="Assessment.Audit.AuditActions"/>.</param>
/// <param name="Subject">On what, as kind and id: <c>area:A01</c>.</param>
/// <param name="Cycle">The cycle that it belongs to, if it belongs to one.</param>
/// <param name="Reason">Why, where it had to be said.</param>
/// <param name="Before">A small object; null where nothing was there.</param>
/// <param name="After">A small object; null where nothing is there any more.</param>
public sealed record AuditedChange(
    string Action,
    string Subject,
    Guid? Cycle = null,
    string? Reason = null,
    object? Before = null,
    object? After = null
)
{
    /// <summary>Who did it, where that is not the author of the scope: somebody who is not signed in yet.</summary>
    public AuditSigner? By { get; init; }
}

/// <param name="Who">The user name.</param>
/// <param name="Duty">The role.</param>
public sealed record AuditSigner(string Who, string Duty);
