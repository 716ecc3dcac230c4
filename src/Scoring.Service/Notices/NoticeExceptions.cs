using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Notices;

/// <param name="longest">In characters.</param>
public sealed class SignatureIsTooLong(int longest)
    : DomainException(StatusCodes.Status422UnprocessableEntity, longest);

public sealed class NoticeIsNotForAreas() : DomainException(StatusCodes.Status409Conflict);

public sealed class NoticeShowsNobodyOfTheArea() : DomainException(StatusCodes.Status404NotFound);
