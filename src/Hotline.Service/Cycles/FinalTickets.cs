using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Cycles;

/// <summary>
/// Which tickets a final result holds fast. A ticket is the township's and may count in several cycles: it can be changed as
/// long as one that counts it still takes tickets, or that one would go wrong; a final result does not move by that.
/// </summary>
public sealed class FinalTickets(IReadOnlyList<HotlineCycle> cycles)
{
    /// <summary>The caller has locked the township, so that no cycle becomes final meanwhile.</summary>
    public static async Task<FinalTickets> OfAsync(
        HotlineDb db,
        CancellationToken cancellationToken
    ) => new(await db.Cycles.ToListAsync(cancellationToken));

    public bool Hold(Ticket ticket) => Hold(ticket.ReceivedAt, ticket.Source);

    public bool Hold(DateTimeOffset receivedAt, string source)
    {
        var counting = cycles
            .Where(cycle =>
                // Neither of these binds, so neither keeps a ticket from being held.
                cycle is { CancelledAt: null, IsRehearsal: false }
                && cycle.Covers(receivedAt, source)
            )
            .ToList();
        return counting.Count > 0 && counting.TrueForAll(cycle => !cycle.TakesTickets);
    }

    /// <exception cref="CycleIsFinal">A final result holds the ticket.</exception>
    public void MustNotHold(Ticket ticket)
    {
        if (Hold(ticket))
        {
            throw new CycleIsFinal();
        }
    }
}
