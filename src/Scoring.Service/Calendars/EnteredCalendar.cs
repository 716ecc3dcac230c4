using System.Text.Json;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Calendars;

/// <summary>
/// A year's holidays as they were entered after the product was delivered, for all townships. Written once; of a year
/// the newest entry holds, also against what came with the product.
/// </summary>
public sealed class EnteredCalendar : IDeploymentOwned, IWrittenOnce
{
    public const int NoticeLength = 50;
    public const int TitleLength = 200;
    public const int UrlLength = 500;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public Guid Id { get; init; }

    public int Year { get; init; }

    /// <summary><see cref="CalendarYear"/> as JSON.</summary>
    public string CalendarJson { get; init; } = "{}";

    public DateTimeOffset EnteredAt { get; init; }

    public string EnteredBy { get; init; } = "";

    public static EnteredCalendar Of(CalendarYear calendar, string by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Year = calendar.Year,
            CalendarJson = JsonSerializer.Serialize(calendar, Form),
            EnteredAt = at,
            EnteredBy = by,
        };

    public CalendarYear Calendar() => JsonSerializer.Deserialize<CalendarYear>(CalendarJson, Form)!;
}
