using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Adjustments;

public sealed class AdjustmentIsDecidedAlready() : DomainException(StatusCodes.Status409Conflict);

/// <param name="longest">In characters.</param>
public sealed class AdjustmentNeedsReasonAndClause(int longest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, longest);

/// <param name="problems">Each value that the scheme has no place for.</param>
public sealed class AdjustedValuesMustFitTheScheme(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status422UnprocessableEntity, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}
