using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Cycles;

public sealed class CycleMustBeOpen() : DomainException(StatusCodes.Status409Conflict);

public sealed class ScoringMustHaveBegun() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsFrozen() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsFinal() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsAlreadyOpenForSchemeAndYear(string scheme, int year)
    : DomainException(StatusCodes.Status409Conflict, scheme, year);

public sealed class CycleYearMustBePlausible(int first, int last)
    : DomainException(StatusCodes.Status400BadRequest, first, last);
