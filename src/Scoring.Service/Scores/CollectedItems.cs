using Assessment.Engine;

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
            && (item == hotline.Tickets || item.StartsWith(hotline.Item + ".", StringComparison.Ordinal))
            ? Sources.TitleOf(Sources.Hotline)
            : null;
    }
}

/// <summary>The services that report facts.</summary>
public static class Sources
{
    public const string Survey = "survey";
    public const string Hotline = "hotline";

    /// <summary>Those that the scheme asks to collect something.</summary>
    public static IReadOnlyList<string> Of(Scheme scheme) =>
        [
            .. scheme.Collection.Survey is { Campaigns.Count: > 0 } ? [Survey] : Array.Empty<string>(),
            .. scheme.Collection.Hotline is not null ? [Hotline] : Array.Empty<string>(),
        ];

    public static string TitleOf(string source) =>
        source switch
        {
            Survey => "满意度测评",
            Hotline => "热线工单",
            _ => source,
        };
}
