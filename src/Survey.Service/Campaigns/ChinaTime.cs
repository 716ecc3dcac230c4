namespace Assessment.Survey.Campaigns;

/// <summary>北京时间. Files hold times as the clock on the wall shows them, without saying where.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment in UTC, as the storage wants it.</summary>
    public static DateTimeOffset ToUtc(DateTime onTheWall) =>
        new DateTimeOffset(onTheWall, Offset).ToUniversalTime();
}
