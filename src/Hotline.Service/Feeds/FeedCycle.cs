using Assessment.Hotline.Cycles;

namespace Assessment.Hotline.Feeds;

/// <summary>
/// The cycle that a fed file is reported for. A feed names none; its tickets count in every cycle whose window covers
/// them anyway, so this decides only which window the import's report speaks of.
/// </summary>
public static class FeedCycle
{
    /// <returns>Of those that count and still take tickets the one whose window ends last; null where there is none.</returns>
    public static HotlineCycle? NewestOf(IEnumerable<HotlineCycle> cycles) =>
        cycles
            .Where(cycle =>
                cycle
                    is { Item: not null, IsRehearsal: false, CancelledAt: null, TakesTickets: true }
            )
            .OrderByDescending(cycle => cycle.To)
            .ThenByDescending(cycle => cycle.From)
            // Ids grow with time.
            .ThenByDescending(cycle => cycle.Id)
            .FirstOrDefault();
}
