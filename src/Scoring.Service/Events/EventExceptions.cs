using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Events;

public sealed class EventIdIsTaken(string id) : DomainException(StatusCodes.Status409Conflict, id);

public sealed class EventIsWithdrawnAlready(string id)
    : DomainException(StatusCodes.Status409Conflict, id);

/// <param name="rule">The rule's title.</param>
public sealed class EventMustBeAppliedForByWhomTheRuleNames(string rule)
    : DomainException(StatusCodes.Status403Forbidden, rule);

/// <param name="rule">The rule's title.</param>
public sealed class ApplicantMustBeNamed(string rule)
    : DomainException(StatusCodes.Status422UnprocessableEntity, rule);

/// <param name="departments">Those that there are.</param>
public sealed class ApplicantMustBeADepartment(string applicant, string departments)
    : DomainException(StatusCodes.Status422UnprocessableEntity, applicant, departments);

/// <summary>What others have to do with an event is not for the caller to change.</summary>
public sealed class EventIsNotTheCallers(string id)
    : DomainException(StatusCodes.Status403Forbidden, id);

public sealed class EventMustBeWaiting(string id)
    : DomainException(StatusCodes.Status409Conflict, id);

/// <summary>None was checked or approved, because some cannot be.</summary>
/// <param name="problems">Each under the event's number.</param>
public sealed class EventsMustAllBeFit(IReadOnlyList<Problem> problems)
    : DomainException(StatusCodes.Status422UnprocessableEntity, problems.Count)
{
    public override IReadOnlyList<Problem> Problems => problems;
}
