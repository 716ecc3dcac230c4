using System.Security.Claims;
using Assessment.ServiceDefaults.Work;

namespace Assessment.Scoring.Procedures;

/// <summary>待办 of the running cycles, one cycle after the other.</summary>
public abstract class CycleWork(RunningCycles running) : IWorkSource
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (!Concerns(caller))
        {
            return [];
        }

        var items = new List<WorkItem>();
        foreach (var at in await running.ReadAsync(cancellationToken))
        {
            items.AddRange(await OfAsync(at, caller, cancellationToken));
        }

        return items;
    }

    /// <summary>Whether anything of it can wait for somebody with these duties.</summary>
    protected abstract bool Concerns(ClaimsPrincipal caller);

    /// <returns>What of the cycle waits for the caller.</returns>
    protected abstract Task<IReadOnlyList<WorkItem>> OfAsync(
        CycleInProcedure at,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    );

    /// <summary>The item where there is one.</summary>
    protected static IReadOnlyList<WorkItem> Any(WorkItem? item) => item is null ? [] : [item];
}
