using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Gateway.SignIn;

public sealed class UserNameOrPasswordIsWrong() : Refusal(StatusCodes.Status401Unauthorized);

public sealed class AccountIsLocked() : Refusal(StatusCodes.Status403Forbidden);

public sealed class AccountIsDisabled() : Refusal(StatusCodes.Status403Forbidden);

public sealed class TooManySignIns() : Refusal(StatusCodes.Status429TooManyRequests);

public sealed class CurrentPasswordIsWrong() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class RequestMustComeFromThePortal() : Refusal(StatusCodes.Status403Forbidden);

public sealed class SecondFactorIsNeeded() : Refusal(StatusCodes.Status401Unauthorized);

public sealed class SecondFactorIsWrong() : Refusal(StatusCodes.Status401Unauthorized);

public sealed class SecondFactorMustBeEnrolled() : Refusal(StatusCodes.Status403Forbidden);
