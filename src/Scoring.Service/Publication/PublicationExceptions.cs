using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Publication;

public sealed class PublishingMustBeConfirmed() : DomainException(StatusCodes.Status400BadRequest);

public sealed class ResultsMustIncludeTheNewestFacts()
    : DomainException(StatusCodes.Status409Conflict);
