using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Ledger;

/// <summary>A message names facts that its sender does not collect; it ends among the errors, where operators see it.</summary>
public sealed class SourceMustReportItsOwnFacts(string source, string item)
    : DomainException(StatusCodes.Status422UnprocessableEntity, source, item);

/// <summary>Of a score or an event: why it no longer holds is part of the record.</summary>
public sealed class WithdrawalNeedsAReason(int longest)
    : DomainException(StatusCodes.Status400BadRequest, longest)
{
    /// <returns>The reason without blanks around it.</returns>
    /// <exception cref="WithdrawalNeedsAReason">There is none, or it is too long.</exception>
    public static string In(string? reason, int longest) =>
        reason?.Trim() is { Length: > 0 } given && given.Length <= longest
            ? given
            : throw new WithdrawalNeedsAReason(longest);
}
