using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Risks;

/// <summary>改革风险备案的待办: what is filed waits for the leader, unless the leader filed it.</summary>
public sealed class RiskWork(RunningCycles running, RiskRegister register) : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) => caller.SignsForTheTownship();

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var own = caller.UserName();
        return Any(
            Of(
                at.Cycle,
                await register
                    .Newest(at.Cycle.Id)
                    .CountAsync(
                        risk => risk.State == RiskState.Filed && risk.AppliedBy != own,
                        cancellationToken
                    )
            )
        );
    }

    /// <param name="waiting">How many are neither approved nor refused.</param>
    /// <returns>Null where none is.</returns>
    public static WorkItem? Of(Cycle cycle, int waiting) =>
        waiting == 0
            ? null
            : new WorkItem(
                "approveRisks",
                cycle.Id,
                Subject: null,
                "审批改革风险备案",
                cycle.TitleWithYear(),
                waiting,
                Due: null,
                $"/events/{cycle.Id}"
            );
}
