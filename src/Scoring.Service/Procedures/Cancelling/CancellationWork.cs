using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Procedures.Cancelling;

/// <summary>撤销的待办: a request waits for the leader, unless the leader asked.</summary>
public sealed class CancellationWork(RunningCycles running) : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) => caller.SignsForTheTownship();

    protected override Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) => Task.FromResult(Any(Of(at, caller)));

    /// <returns>Null where nothing waits for the caller.</returns>
    public static WorkItem? Of(CycleInProcedure at, ClaimsPrincipal caller) =>
        at.State.IsCancellationAsked
        && caller.SignsForTheTownship()
        && at.State.Cancellation!.By != caller.UserName()
            ? new WorkItem(
                "agreeToCancel",
                at.Cycle.Id,
                Subject: null,
                "答复撤销考核的提请",
                at.Cycle.TitleWithYear(),
                Count: 1,
                Due: null,
                $"/cycles/{at.Cycle.Id}"
            )
            : null;
}
