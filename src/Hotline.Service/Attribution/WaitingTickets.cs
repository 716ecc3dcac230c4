using Assessment.FactSources;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Attribution;

/// <summary>
/// 待归属工单. Only they are looked at when the list of areas changes: a ticket that has its area keeps it, or a renamed
/// area would lose the tickets of past years. Those that a final result holds go on waiting.
/// </summary>
internal static class WaitingTickets
{
    /// <summary>Gives them the areas that the new list knows; the caller saves.</summary>
    public static async Task AttributeAsync(
        HotlineDb db,
        RegisterCopy register,
        CancellationToken cancellationToken
    )
    {
        var areas = new AreaNames(register.AllAreas());
        var final = await FinalTickets.OfAsync(db, cancellationToken);
        var waiting = await db
            .Tickets.Where(ticket => ticket.Area == null)
            .ToListAsync(cancellationToken);
        foreach (var ticket in waiting.Where(ticket => !final.Hold(ticket)))
        {
            Attributor.ByWhatTheFileSays(ticket, areas);
        }
    }
}
