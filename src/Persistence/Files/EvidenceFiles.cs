using System.Security.Claims;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Files;

/// <summary>What entries rest on (佐证).</summary>
public sealed class EvidenceFiles(ServiceDb db, IFileAccess access, TimeProvider time)
{
    /// <summary>How many files one entry may rest on.</summary>
    public const int MostPerEntry = 20;

    /// <summary>
    /// From now on an entry rests on the files, and they are kept with the cycle. To be called in the transaction that
    /// writes the entry.
    /// </summary>
    /// <param name="subject">Of whom the entry is.</param>
    /// <param name="department">In whose name it is entered; null for the township's administrator.</param>
    /// <exception cref="AttachedFilesMustBeFew">There are more than <see cref="MostPerEntry"/>.</exception>
    /// <exception cref="AttachedFilesMustExist">One is no evidence of the cycle that the caller may see.</exception>
    public async Task AttachAsync(
        Guid cycle,
        IReadOnlyCollection<Guid> ids,
        string subject,
        string? department,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Files are attached together with their entry.");
        }

        if (ids.Count == 0)
        {
            return;
        }

        if (ids.Count > MostPerEntry)
        {
            throw new AttachedFilesMustBeFew(MostPerEntry);
        }

        var asked = ids.Distinct().ToList();
        var now = time.GetUtcNow();
        // The update also locks the rows, so that nobody removes one of them before the entry is there.
        await db
            .Files.Where(file => asked.Contains(file.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(file => file.AttachedAt, file => file.AttachedAt ?? now),
                cancellationToken
            );
        var seen = await access
            .SeenBy(caller, db.Files.AsNoTracking())
            .CountAsync(
                file =>
                    asked.Contains(file.Id)
                    && file.Cycle == cycle
                    && file.Purpose == FilePurpose.Evidence,
                cancellationToken
            );
        if (seen != asked.Count)
        {
            throw new AttachedFilesMustExist();
        }

        db.FileAttachments.AddRange(
            asked.Select(id => new FileAttachment
            {
                File = id,
                Subject = subject,
                Department = department,
                At = now,
            })
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
