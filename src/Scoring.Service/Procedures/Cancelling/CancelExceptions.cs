using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Procedures.Cancelling;

public sealed class CancellationIsAskedAlready() : DomainException(StatusCodes.Status409Conflict);

public sealed class NoCancellationIsAsked() : DomainException(StatusCodes.Status409Conflict);

public sealed class CancellationMustBeAgreedToByAnother()
    : DomainException(StatusCodes.Status403Forbidden);
