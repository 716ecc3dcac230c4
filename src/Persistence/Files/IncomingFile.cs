using System.Security.Cryptography;
using Assessment.Persistence.Files.Content;
using Assessment.Persistence.Files.Sealing;
using Microsoft.AspNetCore.Http;
using Microsoft.Win32.SafeHandles;

namespace Assessment.Persistence.Files;

/// <summary>Takes in a content once, from end to end: sealed, counted, hashed, and looked at.</summary>
internal static class IncomingFile
{
    /// <param name="target">Takes the sealed content.</param>
    /// <exception cref="FileMustNotBeEmpty">There is none.</exception>
    /// <exception cref="FileMustFitTheSizeLimit">There is more than is taken in; the rest is not read.</exception>
    /// <exception cref="FileMustBeOfAKnownType">It is of no type that is taken in.</exception>
    /// <exception cref="FileMustNotContainMacros">It holds a program.</exception>
    public static async Task<FoundContent> TakeAsync(
        Stream content,
        SafeFileHandle target,
        byte[] key,
        FileIdentity file,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var text = new TextCheck();
        var size = 0L;
        using (var chunks = SealedChunks.Of(key, file))
        using (var writer = new SealingWriter(target, chunks))
        {
            var buffer = new byte[SealedChunks.UsualChunk];
            while (await ReadAsync(content, buffer, cancellationToken) is > 0 and var read)
            {
                size += read;
                if (size > FileSettings.LargestFile)
                {
                    throw new FileMustFitTheSizeLimit();
                }

                hash.AppendData(buffer, 0, read);
                text.Add(buffer.AsSpan(0, read));
                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            if (size == 0)
            {
                throw new FileMustNotBeEmpty();
            }

            await writer.CompleteAsync(cancellationToken);
        }

        text.End();
        await using var stored = OpenedFile.Open(target, key, file);
        var type = await FileTypes.FindAsync(stored, text.IsText, cancellationToken);
        return new FoundContent(type, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>What comes in may break off or have no end; that is not the disk's fault.</summary>
    private static async Task<int> ReadAsync(
        Stream content,
        byte[] buffer,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await content.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception failure)
            when (failure is IOException or InvalidDataException
                && failure is not BadHttpRequestException
            )
        {
            throw new BadHttpRequestException("The file breaks off.", failure);
        }
    }
}

/// <summary>What a content was found to be.</summary>
internal sealed record FoundContent(FileType Type, long Size, string Sha256);
