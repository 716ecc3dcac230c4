using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Results;

public sealed class ResultsAreNotCalculatedYet() : DomainException(StatusCodes.Status409Conflict);

public sealed class ResultsAreNotFinalYet() : DomainException(StatusCodes.Status409Conflict);

public sealed class ExplanationIsForTheOwnAreaOnly()
    : DomainException(StatusCodes.Status403Forbidden);
