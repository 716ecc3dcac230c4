namespace Assessment.Engine.Language;

/// <summary>通报: what everybody assessed is told of everybody during the year, at intervals.</summary>
public sealed record Circular(
    string Title,
    CircularInterval Every,
    CircularContent Shows,
    Citation Citation
)
{
    /// <summary>How often it is issued in a year.</summary>
    public int TimesPerYear =>
        Every switch
        {
            CircularInterval.Month => 12,
            CircularInterval.Quarter => 4,
            CircularInterval.Year => 1,
            _ => throw new InvalidOperationException($"No interval {Every}."),
        };
}

/// <summary>How often.</summary>
public enum CircularInterval
{
    Month,
    Quarter,
    Year,
}

/// <summary>What a circular shows of each.</summary>
public enum CircularContent
{
    /// <summary>进度: work against its plan.</summary>
    Progress,

    /// <summary>排名.</summary>
    Ranks,
}
