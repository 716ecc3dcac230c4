namespace Assessment.Audit;

/// <summary>The first line of a service's part of an export: which chain follows, and how it ends.</summary>
/// <param name="Form">Version of the form, <see cref="AuditHash.Form"/>.</param>
/// <param name="Count">How many records follow, from the first to the last one.</param>
/// <param name="Head">The hash of the last one; <see cref="AuditHash.OfNothing"/> where there is none.</param>
public sealed record AuditHeader(
    int Form,
    string Service,
    string Township,
    long Count,
    string Head
);
