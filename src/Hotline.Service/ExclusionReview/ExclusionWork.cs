using System.Security.Claims;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Tickets;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.ExclusionReview;

/// <summary>剔除审核的待办: exclusions that are proposed and neither agreed nor refused.</summary>
public sealed class ExclusionWork(HotlineDb db) : IWorkSource
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
            var waiting = await db
                .Tickets.Where(TicketStates.IsInReview(cycle))
                .CountAsync(cancellationToken);
            if (waiting > 0)
            {
                items.Add(Of(cycle, waiting));
            }
        }

        return items;
    }

    public static WorkItem Of(HotlineCycle cycle, int waiting) =>
        new(
            "reviewExclusions",
            cycle.Id,
            Subject: null,
            "审核工单剔除",
            $"{cycle.Title}：申请剔除的工单",
            waiting,
            Due: null,
            $"/tickets/{cycle.Id}?state=all&review=true"
        );
}
