using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Risks;

public sealed class RiskNumberIsTaken(string number)
    : DomainException(StatusCodes.Status409Conflict, number);

public sealed class RiskIsDecidedAlready(string number)
    : DomainException(StatusCodes.Status409Conflict, number);

/// <summary>What one's own attempt risks is for another to approve.</summary>
public sealed class RiskMustBeApprovedByAnother() : DomainException(StatusCodes.Status403Forbidden);

/// <param name="filed">The day on which it was filed.</param>
/// <param name="today">The last day that may be named.</param>
public sealed class RiskApprovalMustHaveADate(DateOnly filed, DateOnly today)
    : DomainException(StatusCodes.Status422UnprocessableEntity, filed, today);

public sealed class RiskMustBeFiledForTheOwnArea()
    : DomainException(StatusCodes.Status403Forbidden);
