using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Cycles;

public sealed class CycleMustBeOpen() : DomainException(StatusCodes.Status409Conflict);

public sealed class ScoringMustHaveBegun() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsFrozen() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsFinal() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsCancelled() : DomainException(StatusCodes.Status409Conflict);

/// <param name="due">Title of the step that is due.</param>
public sealed class AllStepsMustBeTakenFirst(string due)
    : DomainException(StatusCodes.Status409Conflict, due);

public sealed class CycleIsArchivedAlready() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsNotArchived() : DomainException(StatusCodes.Status409Conflict);

public sealed class CycleIsAlreadyOpenForSchemeAndYear(string scheme, int year)
    : DomainException(StatusCodes.Status409Conflict, scheme, year);

public sealed class CycleYearMustBePlausible(int first, int last)
    : DomainException(StatusCodes.Status400BadRequest, first, last);
