using Assessment.Engine.Facts;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>An event of a file, and what becomes of it at once.</summary>
/// <param name="Stage">Applied, or approved where nobody has to check or to confirm anything.</param>
public sealed record EventOfFile(EventRow Row, EventApplication Application, EventStage Stage);

/// <summary>The ledger of events. Whoever writes to it has locked the cycle.</summary>
public sealed class EventLedger(ScoringDb db, TimeProvider time)
{
    /// <summary>The newest entry of each event, withdrawals included.</summary>
    public IQueryable<EventEntry> Newest(Guid cycle) =>
        db
            .Events.AsNoTracking()
            .Where(entry =>
                entry.Cycle == cycle && !db.Events.Any(later => later.Supersedes == entry.Id)
            );

    /// <summary>
    /// The events that count, oldest first: of each the newest approved form, until it is withdrawn. Which that is the newest
    /// entry says (<see cref="EventEntry.Counting"/>).
    /// </summary>
    public async Task<List<EventEntry>> CountingAsync(
        Guid cycle,
        CancellationToken cancellationToken
    )
    {
        var entries = await db
            .Events.AsNoTracking()
            .Where(entry => entry.Cycle == cycle)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellationToken);
        var superseded = entries.Select(entry => entry.Supersedes).OfType<long>().ToHashSet();
        var counting = entries
            .Where(entry => !superseded.Contains(entry.Id))
            .Select(entry => entry.Counting)
            .OfType<long>()
            .ToHashSet();
        return entries.FindAll(entry => counting.Contains(entry.Id));
    }

    /// <summary>The newest entries of those that count or wait: what somebody has to do with.</summary>
    public IQueryable<EventEntry> Alive(Guid cycle) =>
        Newest(cycle).Where(entry => entry.Stage != EventStage.Withdrawn || entry.Counts != null);

    /// <summary>
    /// Adds what is new or differs from what was applied for. An event that was withdrawn stays so, whatever an old file says.
    /// </summary>
    /// <returns>The entries that were added.</returns>
    public async Task<IReadOnlyList<EventEntry>> TakeAsync(
        Cycle cycle,
        IReadOnlyCollection<EventOfFile> events,
        CancellationToken cancellationToken
    )
    {
        var ids = events.Select(one => one.Row.Id).ToList();
        var known = await Newest(cycle.Id)
            .Where(entry => ids.Contains(entry.EventId))
            .ToDictionaryAsync(entry => entry.EventId, StringComparer.Ordinal, cancellationToken);
        var applications = known.Values.Select(entry => entry.Application).OfType<long>().ToList();
        var asked = await db
            .Events.AsNoTracking()
            .Where(entry => applications.Contains(entry.Id))
            .ToDictionaryAsync(entry => entry.Id, cancellationToken);
        var added = new List<EventEntry>();
        foreach (var (row, application, stage) in events)
        {
            var before = known.GetValueOrDefault(row.Id);
            if (
                before is { WithdrawnForGood: true }
                || (before is { IsOver: false } && AskedIn(before, asked).ToRow() == row)
            )
            {
                continue;
            }

            added.Add(EventEntry.Of(row, cycle.Id, application, stage, time.GetUtcNow(), before));
        }

        await AddAsync(cycle, added, cancellationToken);
        return added;
    }

    /// <summary>Adds entries, of each event one, and lets the facts' version grow by the events that count differently now.</summary>
    public async Task AddAsync(
        Cycle cycle,
        IReadOnlyList<EventEntry> entries,
        CancellationToken cancellationToken
    )
    {
        var ids = entries.Select(entry => entry.EventId).ToHashSet(StringComparer.Ordinal);
        var before = await CountingAsync(cycle.Id, ids, cancellationToken);
        db.Events.AddRange(entries);
        await db.SaveChangesAsync(cancellationToken);
        var after = await CountingAsync(cycle.Id, ids, cancellationToken);
        cycle.FactsVersion += ids.Count(id =>
            before.GetValueOrDefault(id) != after.GetValueOrDefault(id)
        );
        await db.SaveChangesAsync(cancellationToken);
    }

    private static EventEntry AskedIn(
        EventEntry entry,
        Dictionary<long, EventEntry> applications
    ) => entry.Application is { } id ? applications[id] : entry;

    private async Task<Dictionary<string, AssessmentEvent>> CountingAsync(
        Guid cycle,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    ) =>
        (await CountingAsync(cycle, cancellationToken))
            .Where(entry => ids.Contains(entry.EventId))
            .ToDictionary(entry => entry.EventId, entry => entry.ToFact(), StringComparer.Ordinal);
}
