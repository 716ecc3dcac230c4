namespace Assessment.ServiceDefaults.Time;

/// <summary>
/// 北京时间. Files and workbooks hold times as the clock on the wall shows them, without saying where (UTC+8, without
/// summer time since 1991). The offset is fixed here so that no machine's time zone matters.
/// </summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment that a local date and time means, in UTC as the databases keep it.</summary>
    public static DateTimeOffset At(DateTime local) =>
        new DateTimeOffset(local, Offset).ToUniversalTime();

    public static DateTimeOffset StartOf(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The same moment, written with China's offset.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>The day that it is in China.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(Local(moment).DateTime);
}
