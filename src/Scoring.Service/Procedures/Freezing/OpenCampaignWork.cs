using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Procedures.Freezing;

/// <summary>测评截止的待办: what is calculated can be frozen, and what would be answered after that does not count.</summary>
public sealed class OpenCampaignWork(ScoringDb db, RunningCycles running) : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.TownshipAdministrator);

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        Any(
            at.Cycle.State == CycleState.Calculated
            && await db.OpenCampaignsAsync(at, cancellationToken) is { } open
                ? Of(at.Cycle, open)
                : null
        );

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
