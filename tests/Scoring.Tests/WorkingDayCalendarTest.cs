using System.Globalization;
using Assessment.Engine.Language;
using Assessment.Scoring.Calendars;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Periods by the calendars that come with the product, checked against the State Council's notices.</summary>
public sealed class WorkingDayCalendarTest
{
    private static readonly WorkingDayCalendar Calendar = new(ShippedCalendars.Years);

    [Theory]
    [InlineData("2024-09-27", 1, "2024-09-27")] // a Friday, which counts itself
    [InlineData("2024-09-27", 2, "2024-09-29")] // the Sunday before the holidays is worked
    [InlineData("2024-09-27", 3, "2024-09-30")]
    [InlineData("2024-09-27", 4, "2024-10-08")] // after seven days of National Day
    [InlineData("2024-10-08", 5, "2024-10-12")] // the Saturday after the holidays is worked
    [InlineData("2024-10-08", 6, "2024-10-14")] // and the Sunday is not
    [InlineData("2024-10-01", 1, "2024-10-08")] // a period that begins on a holiday
    [InlineData("2024-10-12", 1, "2024-10-12")]
    [InlineData("2024-09-28", 1, "2024-09-29")] // an ordinary Saturday is no working day
    [InlineData("2024-02-09", 2, "2024-02-18")] // Spring Festival: New Year's Eve of 2024 was worked
    [InlineData("2025-01-24", 3, "2025-01-27")] // that of 2025 was not, but the Sunday before
    [InlineData("2025-01-27", 2, "2025-02-05")]
    [InlineData("2025-02-05", 4, "2025-02-08")]
    [InlineData("2025-10-01", 1, "2025-10-09")] // National Day and Mid-Autumn together: eight days
    [InlineData("2026-02-14", 2, "2026-02-24")]
    [InlineData("2024-12-31", 2, "2025-01-02")] // over the turn of the year
    [InlineData("2026-12-31", 1, "2026-12-31")] // the last day of the last year that is known
    public void WorkingDays_AreThoseOfTheNotice(string first, int days, string last) =>
        Assert.Equal(Day(last), Calendar.LastDay(Day(first), days, DayKind.Working));

    [Theory]
    [InlineData("2024-09-27", 1, "2024-09-27")]
    [InlineData("2024-09-27", 5, "2024-10-01")]
    [InlineData("2024-02-27", 3, "2024-02-29")]
    [InlineData("2031-12-30", 3, "2032-01-01")] // no calendar is needed
    public void CalendarDays_AreCountedFromTheFirst(string first, int days, string last) =>
        Assert.Equal(Day(last), Calendar.LastDay(Day(first), days, DayKind.Calendar));

    [Theory]
    [InlineData("2026-12-31", 2)]
    [InlineData("2023-12-29", 1)]
    public void WorkingDaysThatReachAYearWithoutACalendar_AreRefused(string first, int days) =>
        Assert.Throws<CalendarOfTheYearIsMissing>(() =>
            Calendar.LastDay(Day(first), days, DayKind.Working)
        );

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void PeriodWithoutADay_IsAFaultOfTheProgram(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Calendar.LastDay(Day("2024-09-27"), days, DayKind.Calendar)
        );

    /// <summary>Days of the year less Saturdays and Sundays less the days of 全国年节及纪念日放假办法: 11, and from 2025 on 13.</summary>
    [Theory]
    [InlineData(2024, 366 - 104 - 11)]
    [InlineData(2025, 365 - 104 - 13)]
    [InlineData(2026, 365 - 104 - 13)]
    public void ShippedYear_HasAsManyWorkingDaysAsTheLawLeaves(int year, int workingDays)
    {
        var first = new DateOnly(year, 1, 1);

        Assert.Equal(
            workingDays,
            Enumerable
                .Range(0, new DateOnly(year, 12, 31).DayOfYear)
                .Count(day => Calendar.IsWorkingDay(first.AddDays(day)))
        );
    }

    [Fact]
    public void ShippedYears_PassTheCheckOfWhatIsEntered() =>
        Assert.All(ShippedCalendars.Years, year => Assert.Empty(CalendarCheck.Of(year)));

    /// <summary>The notice of 2019 made a Saturday of 2018 a working day, and a Monday of 2018 none.</summary>
    [Fact]
    public void NoticeThatReachesIntoTheYearBefore_Counts()
    {
        var calendar = new WorkingDayCalendar([
            Year(2018) with
            {
                Holidays = [new("国庆节", new(2018, 10, 1), new(2018, 10, 7))],
            },
            Year(2019) with
            {
                Holidays = [new("元旦", new(2018, 12, 30), new(2019, 1, 1))],
                WorkingDays = [new(2018, 12, 29)],
            },
        ]);

        Assert.Equal(
            new DateOnly(2019, 1, 2),
            calendar.LastDay(new(2018, 12, 29), 2, DayKind.Working)
        );
    }

    private static CalendarYear Year(int year) =>
        new(year, "文号", "通知", new(year, 1, 1), "https://www.gov.cn/", [], []);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
