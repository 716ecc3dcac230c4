using System.Security.Claims;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Results;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Scoring.Calculation;

/// <summary>核算的待办: one that failed, and a result that facts have overtaken.</summary>
public sealed class CalculationWork(ScoringDb db, RunningCycles running, ResultStore results)
    : CycleWork(running)
{
    protected override bool Concerns(ClaimsPrincipal caller) =>
        caller.IsInRole(Roles.TownshipAdministrator);

    protected override async Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (at.Cycle.State.IsPinned())
        {
            return [];
        }

        var newest = await db
            .Calculations.AsNoTracking()
            .Where(request => request.Cycle == at.Cycle.Id)
            .OrderByDescending(request => request.AskedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var isOutdated =
            at.Cycle.State == CycleState.Calculated
            && await results.IsOutdatedAsync(at.Cycle, cancellationToken);
        return Any(Of(at.Cycle, newest, isOutdated));
    }

    /// <param name="newest">The newest request; null where nobody has asked yet.</param>
    /// <param name="isOutdated">Whether facts have changed since the newest result.</param>
    /// <returns>Null where nothing waits.</returns>
    public static WorkItem? Of(Cycle cycle, CalculationRequest? newest, bool isOutdated)
    {
        return newest?.Status == CalculationStatus.Failed
                ? Item("calculationFailed", "处理核算中的问题", newest.Problems.Count)
            : isOutdated ? Item("recalculate", "数据有变动，重新核算", count: 1)
            : null;

        WorkItem Item(string kind, string title, int count) =>
            new(
                kind,
                cycle.Id,
                Subject: null,
                title,
                cycle.TitleWithYear(),
                count,
                Due: null,
                $"/cycles/{cycle.Id}"
            );
    }
}
