using Assessment.Persistence.Auditing;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Imports;

/// <summary>
/// Files that wait to be imported (导入队列), however they came: stored before the sender gets an answer. The same content
/// again is the same job.
/// </summary>
public sealed class ImportQueue(
    ServiceDb db,
    ImportSignal signal,
    ImportsEnded ended,
    IEnumerable<IImport> imports,
    TimeProvider time
)
{
    /// <summary>The largest file that is taken.</summary>
    public const int MaximumBytes = 64 * 1024 * 1024;

    /// <returns>The job that is kept, and whether it is this one.</returns>
    public async Task<(ImportJob Job, bool IsNew)> EnqueueAsync(
        ImportJob job,
        CancellationToken cancellationToken
    )
    {
        if (await FindSameAsync(job, cancellationToken) is { } earlier)
        {
            await AgainIfRefusedAsync(earlier, job, cancellationToken);
            signal.Raise();
            return (earlier, false);
        }

        var (kept, isNew) = await AddAsync(job, cancellationToken);
        signal.Raise();
        return (kept, isNew);
    }

    /// <summary>
    /// Notes a file that cannot even be queued, so that the township sees it among its imports. Its content is not kept.
    /// </summary>
    /// <returns>Whether this is the first time that the file is noted.</returns>
    public async Task<bool> NoteRefusedAsync(
        ImportJob job,
        DomainException refusal,
        CancellationToken cancellationToken
    )
    {
        if (await FindSameAsync(job, cancellationToken) is not null)
        {
            return false;
        }

        job.Status = ImportStatus.Refused;
        job.Content = [];
        job.ErrorCode = refusal.Code;
        job.ErrorMessage = refusal.Message;
        job.FinishedAt = time.GetUtcNow();
        var (_, isNew) = await AddAsync(job, cancellationToken);
        if (isNew)
        {
            ended.Refused(job.Kind, refusal.Code);
        }

        return isNew;
    }

    private async Task<(ImportJob Job, bool IsNew)> AddAsync(
        ImportJob job,
        CancellationToken cancellationToken
    )
    {
        // One that came at the same moment is not undone: the index holds this one back.
        job.UndoneBefore = await db.Imports.CountAsync(
            other =>
                other.Kind == job.Kind
                && other.Cycle == job.Cycle
                && other.Hash == job.Hash
                && other.UndoneAt != null,
            cancellationToken
        );
        job.CycleTitle = await TitleAsync(job, cancellationToken);
        db.Imports.Add(job);
        db.Record(job.Ended ? ImportRecords.Ended(job) : ImportRecords.Uploaded(job));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return (job, true);
        }
        catch (DbUpdateException)
        {
            // The same file was brought twice at the same moment.
            db.ChangeTracker.Clear();
            var same = await FindSameAsync(job, cancellationToken);
            if (same is null)
            {
                throw;
            }

            return (same, false);
        }
    }

    private async Task<string?> TitleAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var title =
            job.Cycle != Guid.Empty
            && imports.SingleOrDefault(import => import.Kind == job.Kind) is { } import
                ? await import.CycleTitleAsync(job.Cycle, cancellationToken)
                : null;
        return title?.Length > ImportJob.CycleTitleLength
            ? title[..ImportJob.CycleTitleLength]
            : title;
    }

    private Task<ImportJob?> FindSameAsync(ImportJob job, CancellationToken cancellationToken) =>
        db.Imports.SingleOrDefaultAsync(
            other =>
                other.Kind == job.Kind
                && other.Cycle == job.Cycle
                && other.Hash == job.Hash
                && other.UndoneAt == null,
            cancellationToken
        );

    /// <summary>A file that was refused may be in order now, for example because the areas have come in since.</summary>
    private async Task AgainIfRefusedAsync(
        ImportJob job,
        ImportJob again,
        CancellationToken cancellationToken
    )
    {
        if (
            job.Status == ImportStatus.Refused
            || (job.Status == ImportStatus.Completed && job.ProblemCount > 0)
        )
        {
            job.Content = again.Content;
            // It now runs with the rights of the account that uploads it now.
            job.UploadedBy = again.UploadedBy;
            job.UploaderLimits = again.UploaderLimits;
            job.Reason = again.Reason;
            job.Status = ImportStatus.Queued;
            job.ErrorCode = null;
            job.ErrorMessage = null;
            job.FinishedAt = null;
            db.Record(ImportRecords.Uploaded(job));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
