using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Calculation;

public sealed class AreasMustBeImportedBeforeCalculating()
    : DomainException(StatusCodes.Status409Conflict);
