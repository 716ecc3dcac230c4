using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Imports;

/// <inheritdoc/>
internal sealed class ImportsStateReader : IImportsStateReader
{
    private static readonly TimeSpan Span = TimeSpan.FromHours(24);

    public async Task<ImportsState> ReadAsync(
        ServiceDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var imports = db.OfEveryTownship(db.Set<ImportJob>());
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
