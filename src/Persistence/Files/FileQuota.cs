using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Files;

/// <summary>How much of its quota a township has used.</summary>
internal sealed class FileQuota(ServiceDb db, FileSettings settings)
{
    public long Most => settings.TownshipQuota;

    public Task<long> UsedAsync(CancellationToken cancellationToken) =>
        db.Files.SumAsync(file => file.Size, cancellationToken);

    /// <summary>Makes the row that uploads lock, where the township has none yet.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<FileQuotaLock>().AnyAsync(cancellationToken))
        {
            return;
        }

        var row = new FileQuotaLock();
        try
        {
            db.Add(row);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another first upload of the same moment may have made it; then it is there to be locked.
            db.Entry(row).State = EntityState.Detached;
            if (!await db.Set<FileQuotaLock>().AnyAsync(cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>Locks out the township's other uploads until the transaction ends.</summary>
    /// <exception cref="FilesMustFitTheTownshipsQuota">There is no room.</exception>
    public async Task MustHaveRoomForAsync(long size, CancellationToken cancellationToken)
    {
        await db.LockAsync<FileQuotaLock>(_ => true, cancellationToken);
        await MustHaveRoomAsync(size, cancellationToken);
    }

    /// <summary>Before the content is read: whether there is any room at all.</summary>
    /// <exception cref="FilesMustFitTheTownshipsQuota">There is no room.</exception>
    public async Task MustHaveRoomAsync(long size, CancellationToken cancellationToken)
    {
        var used = await UsedAsync(cancellationToken);
        if (used + size > Most)
        {
            throw new FilesMustFitTheTownshipsQuota(used, Most);
        }
    }
}
