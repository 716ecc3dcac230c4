using System.Security.Claims;

namespace Assessment.ServiceDefaults.Work;

/// <summary>待办来源: a capability that knows what waits for somebody.</summary>
public interface IWorkSource
{
    /// <returns>What waits for the caller now, and only what the caller may do; in any order.</returns>
    Task<IReadOnlyList<WorkItem>> ForAsync(
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    );
}
