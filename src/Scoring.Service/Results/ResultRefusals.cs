using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Scoring.Results;

public sealed class ResultsAreNotCalculatedYet() : Refusal(StatusCodes.Status409Conflict);

public sealed class ResultsAreNotPublishedYet() : Refusal(StatusCodes.Status409Conflict);

public sealed class ExplanationIsForTheOwnAreaOnly() : Refusal(StatusCodes.Status403Forbidden);
