namespace Assessment.Scoring.Calendars;

/// <summary>节假日安排 of one year, as the State Council's notice (国务院办公厅的通知) has it.</summary>
/// <param name="Notice">文号 of the notice.</param>
/// <param name="Issued">The date under the notice.</param>
/// <param name="Url">Where it was published.</param>
/// <param name="Holidays">放假: none of these days is a working day, whichever weekday it is.</param>
/// <param name="WorkingDays">调休上班: Saturdays and Sundays that are working days.</param>
public sealed record CalendarYear(
    int Year,
    string Notice,
    string Title,
    DateOnly Issued,
    string Url,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<DateOnly> WorkingDays
);

/// <summary>A holiday from its first day to its last, both included.</summary>
public sealed record Holiday(string Name, DateOnly First, DateOnly Last);
