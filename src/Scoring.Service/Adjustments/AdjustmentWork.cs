using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Adjustments;

/// <summary>不可抗力调整的待办: what the office proposed waits for the meeting, which the leader records.</summary>
public sealed class AdjustmentWork(ScoringDb db, RunningCycles running) : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) => caller.SignsForTheTownship();

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) =>
        Any(
            Of(
                at.Cycle,
                await db.Adjustments.CountAsync(
                    one => one.Cycle == at.Cycle.Id && one.State == AdjustmentState.Proposed,
                    cancellationToken
                )
            )
        );

    /// <param name="waiting">How many are neither approved nor refused nor withdrawn.</param>
    /// <returns>Null where none is, or a result is pinned and none counts any more.</returns>
    public static WorkItem? Of(Cycle cycle, int waiting) =>
        waiting > 0 && (cycle.AdmitsCorrections || !cycle.State.IsPinned())
            ? new WorkItem(
                "decideAdjustment",
                cycle.Id,
                Subject: null,
                "审定不可抗力调整",
                cycle.TitleWithYear(),
                waiting,
                Due: null,
                $"/cycles/{cycle.Id}/adjustments"
            )
            : null;
}
