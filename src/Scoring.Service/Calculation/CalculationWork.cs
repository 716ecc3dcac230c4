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
    : IWorkSource
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
        foreach (var cycle in (await running.ReadAsync(cancellationToken)).Select(at => at.Cycle))
        {
            if (cycle.State.IsPinned())
            {
                continue;
            }

            var newest = await db
                .Calculations.AsNoTracking()
                .Where(request => request.Cycle == cycle.Id)
                .OrderByDescending(request => request.AskedAt)
                .FirstOrDefaultAsync(cancellationToken);
            var isOutdated =
                cycle.State == CycleState.Calculated
                && await results.IsOutdatedAsync(cycle, cancellationToken);
            if (Of(cycle, newest, isOutdated) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
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
