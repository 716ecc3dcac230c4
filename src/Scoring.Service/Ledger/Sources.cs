using Assessment.Engine.Language;

namespace Assessment.Scoring.Ledger;

/// <summary>Where facts come from: services that collect them, and people.</summary>
public static class Sources
{
    /// <summary>What departments score and administrators enter.</summary>
    public const string Department = "department";

    public const string Survey = "survey";
    public const string Hotline = "hotline";

    /// <summary>The services that the scheme asks to collect something.</summary>
    public static IReadOnlyList<string> Of(Scheme scheme) =>
        [
            .. scheme.Collection.Survey is { Campaigns.Count: > 0 }
                ? [Survey]
                : Array.Empty<string>(),
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
