using Assessment.Engine.Language;

namespace Assessment.Engine.Decisions;

/// <summary>名额使用: how many have a grade, and how many places its quota has.</summary>
/// <param name="Among">What the places are counted among, for example <c>居民区</c>.</param>
/// <param name="Within">Name of the area, or the category; null for the whole township.</param>
/// <param name="Places">名额.</param>
/// <param name="Holders">Ids of those who have the grade, the best rank first.</param>
/// <param name="Limit">Whether a decision may exceed the quota.</param>
/// <param name="Citation">Where the scheme has the quota from.</param>
public sealed record QuotaUse(
    string Among,
    string? Within,
    string Grade,
    int Places,
    IReadOnlyList<string> Holders,
    QuotaLimit Limit,
    Citation Citation
)
{
    /// <summary>超出名额; only decisions can do that, never the calculation.</summary>
    public bool IsExceeded => Holders.Count > Places;

    /// <summary>By how many the quota is exceeded, for people, in Chinese.</summary>
    public string Message =>
        $"{Among}{(Within is null ? "" : $"（{Within}）")}“{Grade}”名额 {Places} 个，决定后 {Holders.Count} 个，超出 {Holders.Count - Places} 个；{LimitText}，{Citation.Clause}“{Citation.Quote}”{Chosen}";

    private string Chosen => Citation.Chosen is { } chosen ? $"（选定：{chosen}）" : "";

    private string LimitText =>
        Limit == QuotaLimit.Hard ? "不得超过" : "原则上不超过，超过的须另写明理由";
}
