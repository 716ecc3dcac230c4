using System.Security.Claims;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Attribution;

/// <summary>归属的待办: tickets that count for nobody until a person says to which area they belong.</summary>
public sealed class AttributionWork(HotlineDb db) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!caller.IsInRole(Roles.TownshipAdministrator))
        {
            return [];
        }

        var items = new List<WorkItem>();
        foreach (var cycle in await db.WorkingCyclesAsync(cancellationToken))
        {
            var waiting = await db.Tickets.CountAsync(
                TicketStates.Is(TicketState.Unattributed, cycle),
                cancellationToken
            );
            if (waiting > 0)
            {
                items.Add(Of(cycle, waiting));
            }
        }

        return items;
    }

    public static WorkItem Of(HotlineCycle cycle, int waiting) =>
        new(
            "attributeTickets",
            cycle.Id,
            Subject: null,
            "归属工单",
            $"{cycle.Title}：待归属的工单",
            waiting,
            Due: null,
            $"/tickets/{cycle.Id}?state=unattributed"
        );
}
