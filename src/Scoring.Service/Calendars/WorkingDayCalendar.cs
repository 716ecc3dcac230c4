using Assessment.Engine.Language;

namespace Assessment.Scoring.Calendars;

/// <summary>
/// 工作日历: which days are working days, in the years of which the holidays are known. A year's notice may move days at
/// the end of the year before.
/// </summary>
/// <param name="years">Each year once.</param>
public sealed class WorkingDayCalendar(IReadOnlyCollection<CalendarYear> years)
{
    private readonly HashSet<int> _known = [.. years.Select(year => year.Year)];

    private readonly HashSet<DateOnly> _off =
    [
        .. years.SelectMany(year => year.Holidays).SelectMany(DaysOf),
    ];

    private readonly HashSet<DateOnly> _shifted = [.. years.SelectMany(year => year.WorkingDays)];

    /// <exception cref="CalendarOfTheYearIsMissing">The holidays of the day's year are not known.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        if (!_known.Contains(day.Year))
        {
            throw new CalendarOfTheYearIsMissing(day.Year);
        }

        return _shifted.Contains(day)
            || (
                !_off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            );
    }

    /// <summary>
    /// The last day of a period. Its first day counts; where that is no working day and only working days count, the next
    /// one is the first that does.
    /// </summary>
    /// <param name="days">How many days count, 1 or more.</param>
    /// <exception cref="CalendarOfTheYearIsMissing">Working days count, and the period reaches a year the holidays of which are not known.</exception>
    public DateOnly LastDay(DateOnly first, int days, DayKind kind)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (kind == DayKind.Calendar)
        {
            return first.AddDays(days - 1);
        }

        for (var day = first; ; day = day.AddDays(1))
        {
            if (IsWorkingDay(day) && --days == 0)
            {
                return day;
            }
        }
    }

    private static IEnumerable<DateOnly> DaysOf(Holiday holiday)
    {
        for (var day = holiday.First; day <= holiday.Last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
