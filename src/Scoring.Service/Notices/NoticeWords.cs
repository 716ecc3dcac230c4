using System.Globalization;
using Assessment.Engine.Language;

namespace Assessment.Scoring.Notices;

/// <summary>The sentences of a notice, the same on every page of it.</summary>
/// <param name="Opening">依据, and what is shown.</param>
/// <param name="Time">公示时间, with which days count.</param>
/// <param name="Objection">Where who does not agree turns to; null of an announcement.</param>
/// <param name="Posted">The day under the 落款.</param>
/// <param name="Instead">What stands in the place of what is not shown; null where it is shown.</param>
public sealed record NoticeWords(
    string Opening,
    string Time,
    string? Objection,
    string Posted,
    InsteadOfContent? Instead
)
{
    public static NoticeWords Of(NoticeView notice) =>
        new(
            $"根据《{notice.Scheme}》{notice.Clause}，现将{notice.Year}年度{Shown(notice)}予以{(notice.IsAnnouncement ? "公布" : "公示")}。",
            notice.Last is { } last
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"公示时间：{Of(notice.First)}至{Of(last)}（{notice.Days}个{(notice.DayKind == DayKind.Working ? "工作日" : "自然日")}）。"
                )
                : $"公布时间：{Of(notice.First)}。",
            notice.Contact is { } contact
                ? $"公示期间，对公示内容如有异议，请向{notice.Office ?? notice.SignedBy}反映，反映情况应当实事求是。联系人及联系方式：{contact}。"
                : null,
            Of(notice.PostedOn),
            InsteadOf(notice)
        );

    private static InsteadOfContent? InsteadOf(NoticeView notice) =>
        notice.Stage switch
        {
            NoticeStage.Running => null,
            NoticeStage.Upcoming => new(
                "公示尚未开始",
                $"本公示自{Of(notice.First)}起开始，请届时再来查看。"
            ),
            NoticeStage.Ended => new(
                "公示期已满",
                $"本公示已于{Of(notice.Last ?? notice.First)}期满，内容不再展示。"
            ),
            NoticeStage.Withdrawn => new(
                "公示已撤回",
                $"本公示已经撤回，内容不再有效。撤回原因：{notice.Reason}。"
            ),
            NoticeStage.Cancelled => new(
                "考核已取消",
                $"本次考核已经取消，本公示不再有效。取消原因：{notice.Reason}。"
            ),
            _ => throw new InvalidOperationException($"No words for {notice.Stage}"),
        };

    private static string Shown(NoticeView notice) =>
        (notice.IsDecided, notice.Shows) switch
        {
            (true, NoticeContent.Names) => "考核等次",
            (true, _) => "经研究决定的考核结果",
            (false, NoticeContent.Names) => "考核拟定等次",
            _ => "考核汇总结果",
        };

    private static string Of(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}

/// <summary>What a notice says where it shows nothing.</summary>
public sealed record InsteadOfContent(string Heading, string Text);
