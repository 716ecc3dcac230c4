using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Scoring.Events;

public sealed class EventIdIsTaken(string id) : Refusal(StatusCodes.Status409Conflict, id);

public sealed class WithdrawalNeedsAReason(int longest)
    : Refusal(StatusCodes.Status400BadRequest, longest);

public sealed class EventIsWithdrawnAlready(string id) : Refusal(StatusCodes.Status409Conflict, id);
