using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.ServiceDefaults.Ops;

/// <summary>Imports (导入) of every township as numbers; neither files nor rows nor townships are named.</summary>
/// <param name="Refused">Those of the last 24 hours, by kind and code.</param>
public sealed record ImportsState(int Queued, int Running, IReadOnlyList<RefusedImports> Refused)
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(24);

    internal static async Task<ImportsState> ReadAsync(
        ServiceDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var imports = db.OfEveryTownship(db.Imports);
        var queued = await imports.CountAsync(
            job => job.Status == ImportStatus.Queued,
            cancellationToken
        );
        var running = await imports.CountAsync(
            job => job.Status == ImportStatus.Running,
            cancellationToken
        );
        var since = now - Span;
        var refused = await imports
            .Where(job => job.Status == ImportStatus.Refused && job.FinishedAt > since)
            .GroupBy(job => new { job.Kind, job.ErrorCode })
            .Select(group => new
            {
                group.Key.Kind,
                group.Key.ErrorCode,
                Count = group.Count(),
            })
            .OrderBy(group => group.Kind)
            .ThenBy(group => group.ErrorCode)
            .ToListAsync(cancellationToken);
        return new ImportsState(
            queued,
            running,
            refused.ConvertAll(group => new RefusedImports(
                group.Kind,
                group.ErrorCode ?? "",
                group.Count
            ))
        );
    }
}

/// <param name="Kind">For example <c>tickets</c>.</param>
/// <param name="Code">Why, as the import's report says it.</param>
public sealed record RefusedImports(string Kind, string Code, int Count);
