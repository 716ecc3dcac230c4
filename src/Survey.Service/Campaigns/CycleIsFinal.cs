using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Survey.Campaigns;

public sealed class CycleIsFinal() : DomainException(StatusCodes.Status409Conflict);
