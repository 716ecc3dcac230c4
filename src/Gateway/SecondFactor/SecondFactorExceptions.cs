using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Gateway.SecondFactor;

public sealed class SecondFactorIsEnrolledAlready()
    : DomainException(StatusCodes.Status409Conflict);

public sealed class SecondFactorIsNotEnrolled() : DomainException(StatusCodes.Status409Conflict);

public sealed class SecondFactorCodeIsWrong()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class SecondFactorCannotBeRead() : DomainException(StatusCodes.Status403Forbidden);
