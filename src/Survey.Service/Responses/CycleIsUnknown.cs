using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Survey.Responses;

public sealed class CycleIsUnknown() : DomainException(StatusCodes.Status422UnprocessableEntity);
