using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Calendars;

public sealed class CalendarOfTheYearIsMissing(int year)
    : DomainException(StatusCodes.Status409Conflict, year);

public sealed class CalendarYearMustBePlausible(int first, int last)
    : DomainException(StatusCodes.Status400BadRequest, first, last);

/// <summary>What was entered is not the arrangement of a year; every problem is named with its place.</summary>
public sealed class CalendarMustFollowTheNotice(IReadOnlyList<Problem> found)
    : DomainException(StatusCodes.Status422UnprocessableEntity, found.Count)
{
    public override IReadOnlyList<Problem> Problems => found;
}
