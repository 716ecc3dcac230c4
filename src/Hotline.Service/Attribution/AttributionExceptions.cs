using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Hotline.Attribution;

public sealed class AreaMustBeOfTheTownship(string area)
    : DomainException(StatusCodes.Status422UnprocessableEntity, area);
