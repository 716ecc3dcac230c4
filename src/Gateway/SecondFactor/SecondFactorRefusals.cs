using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Gateway.SecondFactor;

public sealed class SecondFactorIsEnrolledAlready() : Refusal(StatusCodes.Status409Conflict);

public sealed class SecondFactorIsNotEnrolled() : Refusal(StatusCodes.Status409Conflict);

public sealed class SecondFactorCodeIsWrong() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class SecondFactorCannotBeRead() : Refusal(StatusCodes.Status403Forbidden);
