using System.Security.Claims;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Events;

/// <summary>One event of a list that is checked or approved.</summary>
public interface IHandled
{
    string Number { get; }

    /// <summary>The entry that it was shown as.</summary>
    long Version { get; }
}

/// <summary>Takes a list of checks or approvals, whole or not at all.</summary>
public sealed class HandlingOfEvents(
    ScoringDb db,
    EventReading reading,
    EventLedger ledger,
    TimeProvider time
)
{
    /// <param name="decide">What takes an entry's place; a <see cref="RowRefused"/> says why nothing can.</param>
    /// <returns>The events as they are now, in the order of the ledger.</returns>
    /// <exception cref="EventsMustAllBeFit">One cannot be taken, or there is none.</exception>
    public async Task<IReadOnlyList<EventView>> TakeAsync<T>(
        Guid id,
        IReadOnlyList<T> asked,
        Func<EventDecisions, EventEntry, T, EventEntry> decide,
        string action,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
        where T : IHandled
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var cycle = await db.LockCycleAsync(id, cancellationToken);
        cycle.AdmitEntries();
        var context = await reading.ContextAsync(cycle, cancellationToken);
        var hands = EventHands.Of(caller);
        var numbers = asked.Select(one => one.Number).Distinct(StringComparer.Ordinal).ToList();
        var known = (
            await ledger
                .Newest(id)
                .Where(entry => numbers.Contains(entry.EventId))
                .ToListAsync(cancellationToken)
        )
            .Where(entry => hands.Sees(entry, context.FindRule(entry.Rule)))
            .ToDictionary(entry => entry.EventId, StringComparer.Ordinal);
        var decisions = new EventDecisions(context, hands, time.GetUtcNow());
        var taken = new List<(EventEntry Before, EventEntry After)>();
        var problems = new List<Problem>();
        foreach (var one in asked)
        {
            try
            {
                var before = EventDecisions.Shown(known.GetValueOrDefault(one.Number), one);
                taken.Add((before, decide(decisions, before, one)));
            }
            catch (RowRefused refused)
            {
                problems.Add(new Problem(refused.Code, refused.Message, Column: one.Number));
            }
        }

        problems.AddRange(
            asked
                .GroupBy(one => one.Number, StringComparer.Ordinal)
                .Where(group => group.Skip(1).Any())
                .Select(group => new Problem(
                    "duplicateId",
                    $"事项“{group.Key}”写了不止一次。",
                    Column: group.Key
                ))
        );
        if (asked.Count == 0)
        {
            problems.Add(new Problem(Cells.Missing, "请选择要办理的事项。"));
        }

        if (problems.Count > 0)
        {
            throw new EventsMustAllBeFit(problems);
        }

        await ledger.AddAsync(cycle, taken.ConvertAll(one => one.After), cancellationToken);
        foreach (var (before, after) in taken)
        {
            db.Record(EventRecords.Handled(action, before, after));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await reading.ViewsAsync(cycle, context, hands, numbers, cancellationToken);
    }
}
