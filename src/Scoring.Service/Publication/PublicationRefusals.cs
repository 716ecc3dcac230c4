using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Scoring.Publication;

public sealed class PublishingMustBeConfirmed() : Refusal(StatusCodes.Status400BadRequest);

public sealed class ResultsMustIncludeTheNewestFacts() : Refusal(StatusCodes.Status409Conflict);
