using Assessment.Engine.Language;

namespace Assessment.Scoring.Notices;

/// <summary>告示, as its readers see it today.</summary>
/// <param name="IsAnnouncement">公布 of a final result, without objections; else a publicity.</param>
/// <param name="Title">Of the step.</param>
/// <param name="SignedBy">落款</param>
/// <param name="Last">The last day; null of an announcement.</param>
/// <param name="Days">How many days it is up; null of an announcement.</param>
/// <param name="IsDecided">Whether what is shown was decided; else it is proposed or calculated.</param>
/// <param name="Office">Who takes the step, in the scheme's words; null where nobody is named.</param>
/// <param name="Reason">Why it was withdrawn or its cycle cancelled; null where it was not.</param>
/// <param name="Groups">Empty unless it is shown.</param>
public sealed record NoticeView(
    Guid Id,
    Guid Cycle,
    NoticeStage Stage,
    bool IsAnnouncement,
    NoticeAudience Audience,
    string Title,
    int Year,
    string Scheme,
    string? Clause,
    string SignedBy,
    DateOnly PostedOn,
    DateOnly First,
    DateOnly? Last,
    int? Days,
    DayKind? DayKind,
    NoticeContent Shows,
    bool IsDecided,
    string? Office,
    string? Contact,
    string? Reason,
    IReadOnlyList<NoticeGroup> Groups
)
{
    /// <summary>Without what it shows, for whoever it is not for, or not now.</summary>
    public NoticeView WithoutContent() => this with { Groups = [], Contact = null };
}

/// <summary>A notice with its sentences, for the portal.</summary>
public sealed record WordedNotice(NoticeView Notice, NoticeWords Words)
{
    public static WordedNotice Of(NoticeView notice) => new(notice, NoticeWords.Of(notice));
}
