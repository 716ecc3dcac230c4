using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Hotline.Cycles;

public sealed class CycleMustBeOpenedFirst()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class CycleMustNotBeCancelled()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class SchemeCountsNoTickets()
    : DomainException(StatusCodes.Status422UnprocessableEntity);
