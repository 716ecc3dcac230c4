using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Results;

public sealed class ResultsAreNotCalculatedYet() : DomainException(StatusCodes.Status409Conflict);

public sealed class ResultsAreNotFinalYet() : DomainException(StatusCodes.Status409Conflict);

public sealed class OwnResultIsNotFedBackYet() : DomainException(StatusCodes.Status409Conflict);

public sealed class ResultIsForWhoseItIs() : DomainException(StatusCodes.Status403Forbidden);
