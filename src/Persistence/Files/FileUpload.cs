using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Assessment.Persistence.Files;

/// <summary>
/// Reads the file out of a form as it comes in. The framework's form reader would first write it, as it is, to the
/// machine's temporary folder.
/// </summary>
internal static class FileUpload
{
    /// <summary>A file and the form around it.</summary>
    public const int LargestRequest = FileSettings.LargestFile + (64 * 1024);

    private const string Field = "file";
    private const int LongestBoundary = 128;

    /// <exception cref="FileMustFitTheSizeLimit">The request says that it is larger.</exception>
    public static void MustFit(HttpRequest request)
    {
        if (request.ContentLength > LargestRequest)
        {
            throw new FileMustFitTheSizeLimit();
        }
    }

    /// <param name="take">Takes the file's name, as it was sent, and its content.</param>
    /// <exception cref="FileMustBeChosen">The request has no file.</exception>
    /// <exception cref="BadHttpRequestException">The form breaks off or is none.</exception>
    public static async Task<T> ReadAsync<T>(
        HttpRequest request,
        Func<string?, Stream, Task<T>> take,
        CancellationToken cancellationToken
    )
    {
        var form = new MultipartReader(BoundaryOf(request), request.Body);
        while (await NextAsync(form, cancellationToken) is { } section)
        {
            if (
                ContentDispositionHeaderValue.TryParse(
                    section.ContentDisposition,
                    out var disposition
                )
                && disposition.IsFileDisposition()
                && HeaderUtilities.RemoveQuotes(disposition.Name) == Field
            )
            {
                return await take(NameIn(disposition), section.Body);
            }
        }

        throw new FileMustBeChosen();
    }

    private static async Task<MultipartSection?> NextAsync(
        MultipartReader form,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await form.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception failure)
            when (failure is IOException or InvalidDataException
                && failure is not BadHttpRequestException
            )
        {
            throw new BadHttpRequestException("The form cannot be read.", failure);
        }
    }

    private static string? NameIn(ContentDispositionHeaderValue disposition) =>
        disposition.FileNameStar.HasValue
            ? disposition.FileNameStar.Value
            : HeaderUtilities.UnescapeAsQuotedString(disposition.FileName).Value;

    private static string BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary)
            is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.Value!
            : throw new FileMustBeChosen();
}
