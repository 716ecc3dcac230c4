using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Cycles;

/// <summary>
/// Whoever changes a cycle's facts, or looks whether they are complete, takes a turn: it holds the cycle's row until
/// the transaction ends. Two messages at the same moment would each miss the other's facts, and no one would calculate.
/// </summary>
public sealed class CycleTurn(ScoringDb db)
{
    /// <returns>The cycle as it stands now that nobody else changes it.</returns>
    /// <exception cref="NothingIsThere">The township has no such cycle.</exception>
    public async Task<Cycle> TakeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException(
                "A turn lasts as long as a transaction, and there is none."
            );
        }

        var held = await db
            .Cycles.Where(cycle => cycle.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(cycle => cycle.Turns, cycle => cycle.Turns + 1),
                cancellationToken
            );
        if (held == 0)
        {
            throw new NothingIsThere();
        }

        return await db.Cycles.SingleAsync(cycle => cycle.Id == id, cancellationToken);
    }
}
