using Assessment.Persistence.Storage;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Cycles;

/// <summary>
/// Whoever changes a cycle's facts, or reads whether they are complete, locks the cycle: two messages at the same moment
/// would each miss the other's facts, and neither would calculate.
/// </summary>
public static class CycleLock
{
    /// <returns>The cycle, now that nobody else changes it.</returns>
    /// <exception cref="NothingIsThere">The township has no such cycle.</exception>
    /// <exception cref="CycleIsCancelled">Nothing on it changes any more.</exception>
    public static async Task<Cycle> LockCycleAsync(
        this ScoringDb db,
        Guid id,
        CancellationToken cancellationToken
    ) => await db.LockUnlessCancelledAsync(id, cancellationToken) ?? throw new CycleIsCancelled();

    /// <summary>For what comes by itself and that nobody waits for: messages, the ends of imports.</summary>
    /// <returns>Null where the cycle is cancelled.</returns>
    /// <exception cref="NothingIsThere">The township has no such cycle.</exception>
    public static async Task<Cycle?> LockUnlessCancelledAsync(
        this ScoringDb db,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var cycle = await db.LockAnyCycleAsync(id, cancellationToken);
        return cycle.State == CycleState.Cancelled ? null : cycle;
    }

    /// <summary>Whatever its state.</summary>
    /// <exception cref="NothingIsThere">The township has no such cycle.</exception>
    public static async Task<Cycle> LockAnyCycleAsync(
        this ScoringDb db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db.LockAsync<Cycle>(cycle => cycle.Id == id, cancellationToken) == 0
            ? throw new NothingIsThere()
            : await db.Cycles.SingleAsync(cycle => cycle.Id == id, cancellationToken);
}
