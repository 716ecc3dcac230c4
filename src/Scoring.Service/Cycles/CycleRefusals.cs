using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Scoring.Cycles;

public sealed class CycleMustBeOpen() : Refusal(StatusCodes.Status409Conflict);

public sealed class ScoringMustHaveBegun() : Refusal(StatusCodes.Status409Conflict);

public sealed class CycleIsPublished() : Refusal(StatusCodes.Status409Conflict);

public sealed class ResultsMustBeCalculatedBeforePublishing()
    : Refusal(StatusCodes.Status409Conflict);

public sealed class CycleIsAlreadyOpenForSchemeAndYear(string scheme, int year)
    : Refusal(StatusCodes.Status409Conflict, scheme, year);

public sealed class CycleYearMustBePlausible(int first, int last)
    : Refusal(StatusCodes.Status400BadRequest, first, last);
