namespace Assessment.Survey.Responses;

/// <summary>What became of an offered answer.</summary>
public enum Outcome
{
    /// <summary>It is the household's one answer from now on.</summary>
    Counts,

    /// <summary>It is the very answer that counts already.</summary>
    IsThere,

    /// <summary>An earlier one counts.</summary>
    ComesLater,

    /// <summary>The campaign is closed, and the household has taken part: what it answered cannot be found any more, nor changed.</summary>
    TookPart,
}

/// <summary>The answers of a campaign, as a file adds to them.</summary>
public interface ICampaignAnswers
{
    /// <summary>Offers the earliest of a household's answers in a file; once per household.</summary>
    Outcome Offer(Guid household, ResponseRow row);

    /// <summary>Writes those that count.</summary>
    Task WriteAsync(CancellationToken cancellationToken);
}
