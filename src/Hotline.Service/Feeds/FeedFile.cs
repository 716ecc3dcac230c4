using System.Buffers;
using System.Net;
using System.Security.Cryptography;
using Assessment.Imports;

namespace Assessment.Hotline.Feeds;

/// <summary>A file as the sidecar brings it: the body is the file, whatever the content type says, and the headers are the source's.</summary>
/// <param name="Content">Null where it is larger than allowed; then nothing of it was kept.</param>
/// <param name="Hash">SHA-256 of all of it, lower-case hex: a file that is too large is the same one when it comes again.</param>
internal sealed record FeedFile(string Name, byte[]? Content, string Hash)
{
    /// <summary>Metadata that the source may send along; without it the file has the binding's name.</summary>
    private const string NameHeader = "fileName";
    private const int BufferSize = 81920;

    public static async Task<FeedFile> ReadAsync(
        HttpRequest request,
        string usualName,
        int maximumBytes,
        CancellationToken cancellationToken
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var content = new MemoryStream();
        var fits = true;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                fits = fits && content.Length + read <= maximumBytes;
                if (fits)
                {
                    content.Write(buffer, 0, read);
                }
                else
                {
                    content.SetLength(0);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return new FeedFile(
            NameOf(request) ?? usualName,
            fits ? content.ToArray() : null,
            Convert.ToHexStringLower(hash.GetHashAndReset())
        );
    }

    /// <summary>Dapr's components escape what a header cannot hold.</summary>
    private static string? NameOf(HttpRequest request) =>
        request.Headers[NameHeader] is [{ Length: > 0 } escaped]
            ? ImportJob.FileNameOf(WebUtility.UrlDecode(escaped))
            : null;
}
