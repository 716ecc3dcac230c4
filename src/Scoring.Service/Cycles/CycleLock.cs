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
    public static async Task<Cycle> LockCycleAsync(
        this ScoringDb db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await db.LockAsync<Cycle>(cycle => cycle.Id == id, cancellationToken) == 0
            ? throw new NothingIsThere()
            : await db.Cycles.SingleAsync(cycle => cycle.Id == id, cancellationToken);
}
