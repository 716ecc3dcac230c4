using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Hotline.Attribution;

public sealed class AreaMustBeOfTheTownship(string area)
    : Refusal(StatusCodes.Status422UnprocessableEntity, area);
