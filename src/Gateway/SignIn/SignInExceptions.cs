using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Gateway.SignIn;

public sealed class UserNameOrPasswordIsWrong()
    : DomainException(StatusCodes.Status401Unauthorized);

public sealed class AccountIsLocked() : DomainException(StatusCodes.Status403Forbidden);

public sealed class AccountIsDisabled() : DomainException(StatusCodes.Status403Forbidden);

public sealed class TooManySignIns() : DomainException(StatusCodes.Status429TooManyRequests);

public sealed class CurrentPasswordIsWrong()
    : DomainException(StatusCodes.Status422UnprocessableEntity);

public sealed class RequestMustComeFromThePortal()
    : DomainException(StatusCodes.Status403Forbidden);

public sealed class SecondFactorIsNeeded() : DomainException(StatusCodes.Status401Unauthorized);

public sealed class SecondFactorIsWrong() : DomainException(StatusCodes.Status401Unauthorized);

public sealed class SecondFactorMustBeEnrolled() : DomainException(StatusCodes.Status403Forbidden);
