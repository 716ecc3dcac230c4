using Assessment.ServiceDefaults.Refusals;

namespace Assessment.Survey.SubmitAnswer;

public sealed class LinkMustBeKnown() : Refusal(StatusCodes.Status404NotFound);

public sealed class AnswerMustArriveBeforeCampaignCloses() : Refusal(StatusCodes.Status410Gone);

public sealed class HouseholdHasAnswered() : Refusal(StatusCodes.Status409Conflict);

/// <summary>The whole answer in one go, or none: questions left open would distort the mean.</summary>
public sealed class AnswerMustBeComplete(IReadOnlyCollection<string> fields)
    : Refusal(StatusCodes.Status422UnprocessableEntity, fields.Count)
{
    /// <summary>The fields without a valid choice.</summary>
    public IReadOnlyCollection<string> Fields => fields;
}

/// <summary>The storage did not take the answer in time. Sending it again does no harm.</summary>
public sealed class AnswerCouldNotBeKept() : Refusal(StatusCodes.Status503ServiceUnavailable);
