using Assessment.Engine.Language;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Scores;

/// <summary>The items that a service collects by itself; entered by hand as well, they would be there twice.</summary>
public static class CollectedItems
{
    /// <returns>The source's name for people; null where the item is not collected.</returns>
    public static string? Of(Scheme scheme, string item)
    {
        if (
            scheme.Collection.Survey is { } survey
            && (
                item == survey.Households
                || item == survey.PartyMembers
                || survey.Campaigns.Any(campaign => campaign.Item == item)
            )
        )
        {
            return Sources.TitleOf(Sources.Survey);
        }

        return
            scheme.Collection.Hotline is { } hotline
            && (
                item == hotline.Tickets
                || item.StartsWith(hotline.Item + ".", StringComparison.Ordinal)
            )
            ? Sources.TitleOf(Sources.Hotline)
            : null;
    }
}
