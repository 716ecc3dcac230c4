namespace Assessment.Scoring.Notices;

/// <summary>Where a notice stands on a day.</summary>
public enum NoticeStage
{
    /// <summary>尚未开始: nothing is shown yet.</summary>
    Upcoming,

    /// <summary>公示中，或者已经公布: what it shows is shown.</summary>
    Running,

    /// <summary>公示期已满: nothing is shown any more.</summary>
    Ended,

    /// <summary>已撤回: it was wrong, and says so.</summary>
    Withdrawn,

    /// <summary>考核已取消: nothing follows from it.</summary>
    Cancelled,
}

/// <summary>When a notice is up, and what took it down.</summary>
/// <param name="First">The first day, whole.</param>
/// <param name="Last">The last day, whole; null of an announcement, which stays.</param>
/// <param name="Withdrawn">Why it was withdrawn; null where it was not.</param>
/// <param name="Cancelled">Why its cycle was cancelled; null where it was not.</param>
public sealed record NoticeTime(
    DateOnly First,
    DateOnly? Last,
    string? Withdrawn,
    string? Cancelled
)
{
    /// <summary>It begins and ends by itself, whoever looks.</summary>
    public NoticeStage On(DateOnly today) =>
        Cancelled is not null ? NoticeStage.Cancelled
        : Withdrawn is not null ? NoticeStage.Withdrawn
        : today < First ? NoticeStage.Upcoming
        : today > Last ? NoticeStage.Ended
        : NoticeStage.Running;
}
