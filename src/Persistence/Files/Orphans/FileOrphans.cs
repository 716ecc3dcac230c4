using Assessment.Persistence.Files.Sealing;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.Persistence.Files.Orphans;

/// <summary>Finds and removes orphaned files (孤儿文件), those of every township.</summary>
internal sealed partial class FileOrphans(
    IServiceScopeFactory scopes,
    FileFolder folder,
    TimeProvider time,
    ILogger<FileOrphans> log
)
{
    /// <summary>How long a file may wait for the entry that rests on it.</summary>
    private static readonly TimeSpan Waiting = TimeSpan.FromDays(7);

    /// <summary>How long a file on disk may be without a row: much longer than any upload takes.</summary>
    private static readonly TimeSpan Writing = TimeSpan.FromDays(1);

    public async Task<OrphanReport> ReportAsync(CancellationToken cancellationToken)
    {
        await using var scope = AcrossTownships();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        // The disk first: a file whose row comes in between is no orphan.
        var onDisk = folder.All().ToList();
        var limit = time.GetUtcNow() - Waiting;
        var rows = await db.OfEveryTownship(db.Files.AsNoTracking())
            .Select(file => new Row(
                file.Township,
                file.Id,
                file.Size,
                file.UploadedAt,
                file.AttachedAt != null
            ))
            .ToListAsync(cancellationToken);
        var known = rows.Select(row => row.File).ToHashSet();
        return new OrphanReport(
            OrphanKind.Of([
                .. rows.Where(row => !row.Attached && row.UploadedAt < limit)
                    .Select(row => row.Orphaned),
            ]),
            OrphanKind.Of([
                .. onDisk
                    .Where(file => file.IsUnfinished || !known.Contains(file.File))
                    .Select(file => new OrphanedFile(file.File.Id, file.Length, file.WrittenAt)),
            ]),
            OrphanKind.Of([.. rows.Where(row => !folder.Has(row.File)).Select(row => row.Orphaned)])
        );
    }

    /// <summary>Removes what has waited long enough. Several replicas may do so at the same time.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = AcrossTownships();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await RemoveUnattachedAsync(db, cancellationToken);
        await RemoveWithoutRowAsync(db, cancellationToken);
    }

    private async Task RemoveUnattachedAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var limit = time.GetUtcNow() - Waiting;
        var waiting = await db.OfEveryTownship(db.Files.AsNoTracking())
            .Where(file => file.AttachedAt == null && file.UploadedAt < limit)
            .Select(file => new { file.Township, file.Id })
            .ToListAsync(cancellationToken);
        foreach (var file in waiting)
        {
            // Asked again in the same statement: an entry may have come to rest on it.
            var removed = await db.OfEveryTownship(db.Files)
                .Where(row => row.Id == file.Id && row.AttachedAt == null)
                .ExecuteDeleteAsync(cancellationToken);
            if (removed == 1)
            {
                folder.Remove(new FileIdentity(file.Township, file.Id));
                LogUnattached(file.Id);
            }
        }
    }

    private async Task RemoveWithoutRowAsync(ServiceDb db, CancellationToken cancellationToken)
    {
        var limit = time.GetUtcNow() - Writing;
        var old = folder.All().Where(file => file.WrittenAt < limit).ToList();
        var rows = db.OfEveryTownship(db.Files.AsNoTracking());
        if (old.Count > 0 && !await rows.AnyAsync(cancellationToken))
        {
            // More likely than that nobody has a file: an empty database, or that of another deployment.
            LogNotSwept(old.Count);
            return;
        }

        foreach (var file in old)
        {
            if (file.IsUnfinished)
            {
                folder.RemoveUnfinished(file.File);
            }
            else if (
                await rows.AnyAsync(
                    row => row.Id == file.File.Id && row.Township == file.File.Township,
                    cancellationToken
                )
            )
            {
                continue;
            }
            else
            {
                folder.Remove(file.File);
            }

            LogWithoutRow(file.File.Id, file.Length);
        }
    }

    private AsyncServiceScope AcrossTownships()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
        return scope;
    }

    private sealed record Row(
        string Township,
        Guid Id,
        long Size,
        DateTimeOffset UploadedAt,
        bool Attached
    )
    {
        public FileIdentity File => new(Township, Id);

        public OrphanedFile Orphaned => new(Id, Size, UploadedAt);
    }

    [LoggerMessage(LogLevel.Information, "File {File} was removed: nothing came to rest on it")]
    private partial void LogUnattached(Guid file);

    [LoggerMessage(
        LogLevel.Warning,
        "File {File} of {Size} bytes on disk was removed: it has no row"
    )]
    private partial void LogWithoutRow(Guid file, long size);

    [LoggerMessage(
        LogLevel.Error,
        "The files' folder has {Count} files and the database knows none; nothing is removed. Is it the right database?"
    )]
    private partial void LogNotSwept(int count);
}
