using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Events;

public sealed class EventIdIsTaken(string id) : DomainException(StatusCodes.Status409Conflict, id);

public sealed class EventIsWithdrawnAlready(string id)
    : DomainException(StatusCodes.Status409Conflict, id);
