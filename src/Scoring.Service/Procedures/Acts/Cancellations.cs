namespace Assessment.Scoring.Procedures.Acts;

/// <summary>提请撤销: the office asks for the cycle to be cancelled, because something has been collected for it.</summary>
/// <param name="By">Who asked, and so does not agree to it as well.</param>
public sealed record CancellationAsked(string Reason, string By) : Act;

/// <summary>不同意撤销: the cycle goes on.</summary>
public sealed record CancellationDeclined(string Reason) : Act;

/// <summary>撤销.</summary>
/// <param name="Reason">The office's.</param>
public sealed record Cancelled(string Reason) : Act;
