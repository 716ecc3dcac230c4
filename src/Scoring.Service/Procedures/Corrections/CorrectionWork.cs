using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Procedures.Corrections;

/// <summary>更正的待办: one that was opened is to be made or given up. Once made, the step that is due says who is next.</summary>
public sealed class CorrectionWork(RunningCycles running) : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.TownshipAdministrator);

    protected override Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    ) => Task.FromResult(Any(Of(at, caller)));

    /// <returns>Null where nothing waits for the caller.</returns>
    public static WorkItem? Of(CycleInProcedure at, ClaimsPrincipal caller) =>
        at.State is { IsCorrecting: true, IsFinal: true }
        && caller.IsInRole(Roles.TownshipAdministrator)
            ? new WorkItem(
                "makeCorrection",
                at.Cycle.Id,
                Subject: null,
                "提出更正内容",
                $"{at.Cycle.TitleWithYear()}：已启动更正",
                Count: 1,
                Due: null,
                $"/procedure/{at.Cycle.Id}"
            )
            : null;
}
