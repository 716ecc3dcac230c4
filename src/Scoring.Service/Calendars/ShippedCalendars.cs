using System.Text.Json;

namespace Assessment.Scoring.Calendars;

/// <summary>The years that come with the product, one file each in <c>Years</c>.</summary>
public static class ShippedCalendars
{
    private const string Folder = "Calendars.Years.";
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<CalendarYear> Years { get; } = ReadAll();

    private static List<CalendarYear> ReadAll()
    {
        var assembly = typeof(ShippedCalendars).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.Contains(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var file = assembly.GetManifestResourceStream(name)!;
                    return JsonSerializer.Deserialize<CalendarYear>(file, Form)!;
                }),
        ];
    }
}
