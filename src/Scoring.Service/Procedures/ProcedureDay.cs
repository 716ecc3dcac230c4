using System.Globalization;
using Assessment.ServiceDefaults.Time;

namespace Assessment.Scoring.Procedures;

/// <summary>
/// 办理日期: the day in China by which publicity and meetings are counted. Outside of Production it may be some days
/// ahead (setting <c>Procedure:DaysAheadFile</c>, a file with a whole number, negative for days behind), so that a
/// demonstration or a test comes to the end of a publicity; signatures and records always have the true time.
/// </summary>
public sealed class ProcedureDay
{
    public const string Setting = "Procedure:DaysAheadFile";
    private const int Furthest = 3660;

    private readonly TimeProvider _time;
    private readonly string? _file;

    /// <exception cref="InvalidOperationException">The setting is there in Production.</exception>
    public ProcedureDay(
        TimeProvider time,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        _time = time;
        _file = configuration[Setting];
        if (!string.IsNullOrEmpty(_file) && environment.IsProduction())
        {
            throw new InvalidOperationException($"{Setting} is not for production.");
        }
    }

    public async Task<DateOnly> TodayAsync(CancellationToken cancellationToken) =>
        ChinaTime.DayOf(_time.GetUtcNow()).AddDays(await AheadAsync(cancellationToken));

    private async Task<int> AheadAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(_file) || !File.Exists(_file))
        {
            return 0;
        }

        var days = int.Parse(
            await File.ReadAllTextAsync(_file, cancellationToken),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );
        return Math.Abs(days) <= Furthest
            ? days
            : throw new InvalidOperationException($"{Setting} is more than {Furthest} days away.");
    }
}
