using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Survey.ImportResponses;

public sealed class CycleIsUnknown() : Refusal(StatusCodes.Status422UnprocessableEntity);
