using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

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

    /// <summary>The events that count.</summary>
    public IQueryable<EventEntry> Holding(Guid cycle) =>
        Newest(cycle).Where(entry => !entry.Withdrawn);

    /// <summary>The events that count, in all cycles.</summary>
    public IQueryable<EventEntry> Holding() =>
        db
            .Events.AsNoTracking()
            .Where(entry =>
                !entry.Withdrawn && !db.Events.Any(later => later.Supersedes == entry.Id)
            );

    /// <summary>Adds what is new or differs. An event that was withdrawn stays so, whatever an old file says.</summary>
    /// <param name="files">On which the events rest; null leaves those there were.</param>
    /// <returns>The entries that were added.</returns>
    public async Task<IReadOnlyList<EventEntry>> TakeAsync(
        Cycle cycle,
        IReadOnlyCollection<EventRow> events,
        string by,
        CancellationToken cancellationToken,
        IReadOnlyList<Guid>? files = null
    )
    {
        var ids = events.Select(row => row.Id).ToList();
        var known = await Newest(cycle.Id)
            .Where(entry => ids.Contains(entry.EventId))
            .ToDictionaryAsync(entry => entry.EventId, StringComparer.Ordinal, cancellationToken);
        var added = new List<EventEntry>();
        foreach (var row in events)
        {
            var before = known.GetValueOrDefault(row.Id);
            if (
                before is { WithdrawnForGood: true }
                || (before is { Withdrawn: false } && before.ToRow() == row)
            )
            {
                continue;
            }

            added.Add(EventEntry.Of(row, cycle.Id, by, time.GetUtcNow(), before, files));
        }

        await AddAsync(cycle, added, cancellationToken);
        return added;
    }

    /// <summary>A person puts an event right, and says why.</summary>
    /// <param name="files">On which it rests; null leaves those there were.</param>
    /// <returns>The entry that takes the place of the one before.</returns>
    public async Task<EventEntry> CorrectAsync(
        Cycle cycle,
        EventEntry before,
        EventRow row,
        string reason,
        string by,
        IReadOnlyList<Guid>? files,
        CancellationToken cancellationToken
    )
    {
        var corrected = EventEntry.Of(row, cycle.Id, by, time.GetUtcNow(), before, files, reason);
        await AddAsync(cycle, [corrected], cancellationToken);
        return corrected;
    }

    /// <summary>Supersedes what an import brought, see <see cref="EventEntry.Undo"/>.</summary>
    public Task RestoreAsync(
        Cycle cycle,
        List<EventEntry> restorations,
        CancellationToken cancellationToken
    ) => AddAsync(cycle, restorations, cancellationToken);

    /// <returns>False where it was withdrawn before.</returns>
    public async Task<bool> WithdrawAsync(
        Cycle cycle,
        EventEntry entry,
        string reason,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (entry.Withdrawn)
        {
            return false;
        }

        await AddAsync(cycle, [entry.Withdraw(reason, by, time.GetUtcNow())], cancellationToken);
        return true;
    }

    private async Task AddAsync(
        Cycle cycle,
        List<EventEntry> entries,
        CancellationToken cancellationToken
    )
    {
        db.Events.AddRange(entries);
        cycle.FactsVersion += entries.Count;
        await db.SaveChangesAsync(cancellationToken);
    }
}
