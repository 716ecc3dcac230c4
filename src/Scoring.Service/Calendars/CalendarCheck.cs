using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Calendars;

/// <summary>Whether what was entered can be the arrangement of a year.</summary>
public static class CalendarCheck
{
    /// <summary>The longest that a notice has given was nine days.</summary>
    private const int LongestHoliday = 16;

    private const int MostHolidays = 20;
    private const int MostWorkingDays = 30;

    /// <returns>Every problem, with the field where it is; empty where there is none.</returns>
    public static IReadOnlyList<Problem> Of(CalendarYear calendar) =>
        [
            .. Text(calendar.Notice, EnteredCalendar.NoticeLength, "notice", "文号"),
            .. Text(calendar.Title, EnteredCalendar.TitleLength, "title", "通知标题"),
            .. Address(calendar.Url),
            .. Holidays(calendar),
            .. WorkingDays(calendar),
        ];

    private static IEnumerable<Problem> Text(string text, int most, string field, string what)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > most)
        {
            yield return new("text-missing", $"请填写{what}，不超过 {most} 个字。", Column: field);
        }
    }

    private static IEnumerable<Problem> Address(string url)
    {
        if (
            url.Length > EnteredCalendar.UrlLength
            || !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps
        )
        {
            yield return new(
                "address-malformed",
                "请填写通知的网址，以 https:// 开头。",
                Column: "url"
            );
        }
    }

    private static IEnumerable<Problem> Holidays(CalendarYear calendar)
    {
        if (calendar.Holidays.Count is 0 or > MostHolidays)
        {
            yield return new(
                "holidays-missing",
                $"请填写放假日期，1 至 {MostHolidays} 段。",
                Column: "holidays"
            );
        }

        for (var place = 0; place < calendar.Holidays.Count; place++)
        {
            var (field, holiday) = ($"holidays[{place}]", calendar.Holidays[place]);
            foreach (
                var problem in Text(holiday.Name, EnteredCalendar.NoticeLength, field, "节日名称")
            )
            {
                yield return problem;
            }

            if (
                holiday.Last < holiday.First
                || holiday.Last.DayNumber - holiday.First.DayNumber >= LongestHoliday
                || !IsOf(calendar.Year, holiday.First)
                || !IsOf(calendar.Year, holiday.Last)
            )
            {
                yield return new(
                    "holiday-impossible",
                    $"{holiday.First:yyyy-MM-dd} 至 {holiday.Last:yyyy-MM-dd} 不是 {calendar.Year} 年的放假日期，请核对起止日期。",
                    Column: field
                );
            }
        }
    }

    private static IEnumerable<Problem> WorkingDays(CalendarYear calendar)
    {
        if (calendar.WorkingDays.Count > MostWorkingDays)
        {
            yield return new(
                "working-days-too-many",
                $"调休上班日不超过 {MostWorkingDays} 天。",
                Column: "workingDays"
            );
        }

        for (var place = 0; place < calendar.WorkingDays.Count; place++)
        {
            var day = calendar.WorkingDays[place];
            if (
                !IsOf(calendar.Year, day)
                || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
                || calendar.Holidays.Any(holiday => holiday.First <= day && day <= holiday.Last)
            )
            {
                yield return new(
                    "working-day-impossible",
                    $"{day:yyyy-MM-dd} 不能是调休上班日：调休上班日应是 {calendar.Year} 年的周六或周日，且不在放假日期之内。",
                    Column: $"workingDays[{place}]"
                );
            }
        }
    }

    /// <summary>A notice is of its year and may reach into the last days of the year before.</summary>
    private static bool IsOf(int year, DateOnly day) =>
        day.Year == year || (day.Year == year - 1 && day.Month == 12);
}
