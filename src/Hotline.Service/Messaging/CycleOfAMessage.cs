using Assessment.FactSources;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Messaging;

/// <summary>The cycle that a message speaks of.</summary>
internal static class CycleOfAMessage
{
    /// <summary>Locks the township, so that no file or decision is under way, and reads the cycle.</summary>
    /// <exception cref="InvalidOperationException">It is not known here yet; the message comes again.</exception>
    public static async Task<HotlineCycle> LockedCycleAsync(
        this HotlineDb db,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        return await db.Cycles.SingleOrDefaultAsync(cycle => cycle.Id == id, cancellationToken)
            ?? throw new InvalidOperationException($"The cycle {id} is not known here yet.");
    }
}
