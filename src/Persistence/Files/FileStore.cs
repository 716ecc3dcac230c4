using System.Security.Claims;
using System.Security.Cryptography;
using Assessment.Audit;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files.Sealing;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Assessment.Persistence.Files;

/// <summary>
/// The township's files. A content is on disk, whole and under its name, before its row is committed: whatever dies in
/// between leaves a file without a row, which the sweep finds, and never a row without its file.
/// </summary>
internal sealed partial class FileStore(
    ServiceDb db,
    IFileAccess access,
    FileFolder folder,
    FileKeys keys,
    FileQuota quota,
    TimeProvider time,
    ILogger<FileStore> log
)
{
    public async Task<StoredFile> SaveAsync(
        NewFile asked,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var identity = new FileIdentity(db.Township!, Guid.CreateVersion7(time.GetUtcNow()));
        var key = FileKeys.New();
        try
        {
            using var target = folder.Create(identity);
            var found = await IncomingFile.TakeAsync(
                content,
                target,
                key,
                identity,
                cancellationToken
            );
            var name = StoredFile.FileNameOf(asked.FileName) ?? $"文件{found.Type.Endings[0]}";
            var file = new StoredFile
            {
                Id = identity.Id,
                Township = identity.Township,
                Cycle = asked.Cycle,
                Purpose = asked.Purpose,
                FileName = name,
                ContentType = found.Type.Named(name).ContentType,
                Size = found.Size,
                Sha256 = found.Sha256,
                WrappedKey = keys.Wrap(identity.Township, key),
                UploadedBy = asked.By,
                UploadedAt = time.GetUtcNow(),
            };
            await quota.PrepareAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(
                cancellationToken
            );
            await quota.MustHaveRoomForAsync(file.Size, cancellationToken);
            folder.Keep(identity, target);
            db.Files.Add(file);
            db.Record(
                new AuditedChange(
                    AuditActions.FileUploaded,
                    $"file:{file.Id}",
                    file.Cycle,
                    After: new
                    {
                        file.Purpose,
                        file.ContentType,
                        file.Size,
                        file.Sha256,
                    }
                )
            );
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            LogStored(file.Id, file.Size);
            return file;
        }
        catch (Exception failure)
            when (failure is IOException or UnauthorizedAccessException
                && failure is not BadHttpRequestException
            )
        {
            LogNotWritten(failure);
            throw new FilesFolderMustBeWritable();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            // There is none where it was kept. A kept one stays even if the commit failed: the row may be there all the same.
            folder.RemoveUnfinished(identity);
        }
    }

    /// <returns>The plain content; its first chunk is in order.</returns>
    /// <exception cref="StoredFileMustBeReadable">It is gone or damaged, which is on record in the log.</exception>
    public async Task<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var identity = new FileIdentity(file.Township, file.Id);
        SafeFileHandle? handle = null;
        try
        {
            var key = keys.Unwrap(file.Township, file.WrappedKey);
            handle = folder.Open(identity);
            var opened = OpenedFile.Open(handle, key, identity);
            CryptographicOperations.ZeroMemory(key);
            if (opened.Length != file.Size)
            {
                throw new FileIsDamaged("The file has another length than it had.");
            }

            await opened.ReadExactlyAsync(new byte[1], cancellationToken);
            opened.Position = 0;
            return opened;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            handle?.Dispose();
            LogUnreadable(failure, file.Id);
            throw new StoredFileMustBeReadable();
        }
    }

    /// <summary>Removes a file on which nothing rests.</summary>
    public async Task RemoveAsync(
        Guid id,
        ClaimsPrincipal caller,
        CancellationToken cancellationToken
    )
    {
        var file =
            await access
                .SeenBy(caller, db.Files.AsNoTracking())
                .SingleOrDefaultAsync(file => file.Id == id, cancellationToken)
            ?? throw new NothingIsThere();
        if (file.UploadedBy != caller.UserName())
        {
            throw new FileMustBeRemovedByItsUploader();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // In one statement, so that an entry of the same moment either keeps it or does not find it.
        var removed = await db
            .Files.Where(file => file.Id == id && file.AttachedAt == null)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed == 0)
        {
            throw new AttachedFileMustBeKept();
        }

        db.Record(
            new AuditedChange(
                AuditActions.FileRemoved,
                $"file:{id}",
                file.Cycle,
                Before: new { file.Purpose, file.Sha256 }
            )
        );
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        folder.Remove(new FileIdentity(file.Township, id));
        LogRemoved(id);
    }

    [LoggerMessage(LogLevel.Information, "File {File} of {Size} bytes was stored")]
    private partial void LogStored(Guid file, long size);

    [LoggerMessage(LogLevel.Error, "The files' folder cannot be written to")]
    private partial void LogNotWritten(Exception failure);

    [LoggerMessage(LogLevel.Information, "File {File} was removed by its uploader")]
    private partial void LogRemoved(Guid file);

    [LoggerMessage(
        LogLevel.Error,
        "File {File} cannot be read; restore it from the backup of the files' folder"
    )]
    private partial void LogUnreadable(Exception failure, Guid file);
}

/// <summary>A file as it is sent.</summary>
internal sealed record NewFile(Guid Cycle, FilePurpose Purpose, string? FileName, string By);
