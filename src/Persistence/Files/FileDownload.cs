using System.Security.Cryptography;
using Assessment.Persistence.Files.Sealing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Assessment.Persistence.Files;

/// <summary>
/// Sends a file so that no browser shows it as a page of ours. What is sent has been verified; where the content turns
/// out to be damaged on the way, the connection is broken off, so that nobody takes the part for the whole.
/// </summary>
internal sealed partial class FileDownload(FileStore store, ILogger<FileDownload> log)
{
    public async Task SendAsync(
        StoredFile file,
        HttpContext context,
        CancellationToken cancellationToken
    )
    {
        // The first chunk is verified before anything is said.
        await using var content = await store.OpenAsync(file, cancellationToken);
        var response = context.Response;
        response.ContentType = file.ContentType;
        response.ContentLength = file.Size;
        Protect(response.Headers, file.FileName);
        try
        {
            await CopyAsync(content, file, response.Body, cancellationToken);
        }
        catch (Exception failure)
            when (failure is FileIsDamaged
                || (failure is IOException && !context.RequestAborted.IsCancellationRequested)
            )
        {
            LogDamaged(failure, file.Id);
            context.Abort();
        }
    }

    private static void Protect(IHeaderDictionary headers, string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, no-store";
    }

    /// <summary>Holds each part back until the next one is there, and the last one until the hash is right.</summary>
    private static async Task CopyAsync(
        Stream content,
        StoredFile file,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var held = new byte[SealedChunks.UsualChunk];
        var next = new byte[SealedChunks.UsualChunk];
        var length = await content.ReadAsync(held, cancellationToken);
        while (length > 0)
        {
            hash.AppendData(held, 0, length);
            var following = await content.ReadAsync(next, cancellationToken);
            if (following == 0 && Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256)
            {
                throw new FileIsDamaged("The content has another hash than it had.");
            }

            await target.WriteAsync(held.AsMemory(0, length), cancellationToken);
            (held, next) = (next, held);
            length = following;
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "File {File} turned out to be damaged while it was sent; restore it from the backup of the files' folder"
    )]
    private partial void LogDamaged(Exception failure, Guid file);
}
