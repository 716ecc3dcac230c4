using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Files;

public sealed class MinutesMustComeFromTheAdministrator()
    : DomainException(StatusCodes.Status403Forbidden);
