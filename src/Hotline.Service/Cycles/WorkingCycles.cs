using Assessment.Hotline.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Cycles;

/// <summary>Of which cycles tickets are worked on.</summary>
public static class WorkingCycles
{
    public static async Task<IReadOnlyList<HotlineCycle>> WorkingCyclesAsync(
        this HotlineDb db,
        CancellationToken cancellationToken
    ) => Of(await db.Cycles.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>
    /// Those whose tickets count and may be changed. A rehearsal counts the same tickets as the real cycle, so it is one of
    /// them only where there is no real one.
    /// </summary>
    public static IReadOnlyList<HotlineCycle> Of(IReadOnlyList<HotlineCycle> all)
    {
        var counting = all.Where(cycle => cycle is { CancelledAt: null, Item: not null }).ToList();
        var real = counting.FindAll(cycle => !cycle.IsRehearsal);
        return (real.Count > 0 ? real : counting).FindAll(cycle => cycle.TakesTickets);
    }
}
