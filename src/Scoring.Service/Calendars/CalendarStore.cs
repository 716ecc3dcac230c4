using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Calendars;

/// <summary>A year's holidays, and since when they were entered; null where they came with the product.</summary>
public sealed record KnownCalendar(CalendarYear Calendar, DateTimeOffset? EnteredAt);

/// <summary>The years of which the holidays are known, the same for all townships.</summary>
public sealed class CalendarStore(ScoringDb db)
{
    /// <summary>Each year once, in order.</summary>
    public async Task<IReadOnlyList<KnownCalendar>> ListAsync(CancellationToken cancellationToken)
    {
        var known = new SortedDictionary<int, KnownCalendar>();
        foreach (var shipped in ShippedCalendars.Years)
        {
            known[shipped.Year] = new(shipped, EnteredAt: null);
        }

        var entered = await db
            .Calendars.AsNoTracking()
            .OrderBy(entry => entry.EnteredAt)
            .ThenBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        foreach (var entry in entered)
        {
            known[entry.Year] = new(entry.Calendar(), entry.EnteredAt);
        }

        return [.. known.Values];
    }

    /// <summary>The calendar by which periods are counted.</summary>
    public async Task<WorkingDayCalendar> ReadAsync(CancellationToken cancellationToken) =>
        new([.. (await ListAsync(cancellationToken)).Select(known => known.Calendar)]);
}
