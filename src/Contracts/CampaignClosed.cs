namespace Assessment.Contracts;

/// <summary>
/// A campaign (测评) is closed, which is for good: whoever knows a cycle's <see cref="CollectionPlan"/> takes every campaign of
/// it for open until this says otherwise, so that a message under way never hides an open one.
/// </summary>
/// <param name="Wave">Null where there is only one.</param>
public sealed record CampaignClosed(
    string Township,
    Guid Cycle,
    string Channel,
    string? Wave,
    DateTimeOffset At
) : ITownshipMessage;
