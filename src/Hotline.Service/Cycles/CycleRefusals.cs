using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Hotline.Cycles;

public sealed class CycleMustBeOpenedFirst() : Refusal(StatusCodes.Status422UnprocessableEntity);

public sealed class SchemeCountsNoTickets() : Refusal(StatusCodes.Status422UnprocessableEntity);
