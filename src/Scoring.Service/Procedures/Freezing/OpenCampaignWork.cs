using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Procedures.Freezing;

/// <summary>测评截止的待办: what is calculated can be frozen, and what would be answered after that does not count.</summary>
public sealed class OpenCampaignWork(ScoringDb db, RunningCycles running) : IWorkSource
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
        foreach (var at in await running.ReadAsync(cancellationToken))
        {
            if (
                at.Cycle.State == CycleState.Calculated
                && await db.OpenCampaignsAsync(at, cancellationToken) is { } open
            )
            {
                items.Add(Of(at.Cycle, open));
            }
        }

        return items;
    }

    public static WorkItem Of(Cycle cycle, FreezeFinding open) =>
        new(
            "closeCampaigns",
            cycle.Id,
            Subject: null,
            "定稿前截止测评",
            $"{cycle.TitleWithYear()}：{string.Join("、", open.Details)}",
            open.Count,
            Due: null,
            $"/campaigns/{cycle.Id}"
        );
}
