using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Hotline.Cycles;

public sealed class CycleMustBeOpenedFirst()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class CycleMustNotBeCancelled()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

/// <summary>What a final result rests on is changed by a correction (更正) only.</summary>
public sealed class CycleIsFinal() : DomainException(StatusCodes.Status409Conflict);

public sealed class SchemeCountsNoTickets()
    : DomainException(StatusCodes.Status422UnprocessableEntity);
