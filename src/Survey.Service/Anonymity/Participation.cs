using Assessment.ServiceDefaults.Townships;

namespace Assessment.Survey.Anonymity;

/// <summary>
/// That a household took part in a campaign, without what it answered. The household appears here as a tag, the same in
/// all campaigns of the cycle, so that it can be counted once over all channels.
/// </summary>
public sealed class Participation : ITownshipOwned
{
    public Guid Campaign { get; init; }

    public Guid Household { get; init; }

    public string Township { get; set; } = "";

    public string Area { get; init; } = "";

    /// <summary>When the counted answer was given; forgotten on closing.</summary>
    public DateTimeOffset? SubmittedAt { get; set; }
}
