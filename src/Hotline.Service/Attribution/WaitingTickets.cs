using Assessment.FactSources;
using Assessment.Hotline.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Attribution;

/// <summary>
/// 待归属工单. Only they are looked at when the list of areas changes: a ticket that has its area keeps it, or a renamed
/// area would lose the tickets of past years.
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
        foreach (
            var ticket in await db
                .Tickets.Where(ticket => ticket.Area == null)
                .ToListAsync(cancellationToken)
        )
        {
            Attributor.ByWhatTheFileSays(ticket, areas);
        }
    }
}
