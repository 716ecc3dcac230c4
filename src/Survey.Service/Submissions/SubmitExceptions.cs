using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Survey.Submissions;

public sealed class LinkMustBeKnown() : DomainException(StatusCodes.Status404NotFound);

public sealed class AnswerMustArriveBeforeCampaignCloses()
    : DomainException(StatusCodes.Status410Gone);

/// <summary>The cycle was cancelled, and the campaign with it.</summary>
public sealed class SurveyIsCancelled() : DomainException(StatusCodes.Status410Gone);

public sealed class HouseholdHasAnswered() : DomainException(StatusCodes.Status409Conflict);

/// <summary>The whole answer in one go, or none: questions left open would distort the mean.</summary>
public sealed class AnswerMustBeComplete(IReadOnlyCollection<string> fields)
    : DomainException(StatusCodes.Status422UnprocessableEntity, fields.Count)
{
    /// <summary>The fields without a valid choice.</summary>
    public IReadOnlyCollection<string> Fields => fields;
}

/// <summary>The storage did not take the answer in time. Sending it again does no harm.</summary>
public sealed class AnswerCouldNotBeKept()
    : DomainException(StatusCodes.Status503ServiceUnavailable);
