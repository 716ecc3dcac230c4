using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Scoring.Calculation;

public sealed class AreasMustBeImportedBeforeCalculating() : Refusal(StatusCodes.Status409Conflict);
