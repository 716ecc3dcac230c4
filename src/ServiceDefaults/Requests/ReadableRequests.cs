using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>
/// What nobody behind could read is refused before anybody tries to: a body in a character set (字符集) that this process
/// does not know, and the NUL character in an address, which no database stores. In JSON, <see cref="ExpectedValue"/> looks for it.
/// </summary>
public static class ReadableRequests
{
    private const string Nul = "%00";

    public static IApplicationBuilder UseReadableRequests(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                HasKnownCharacterSet(context.Request.ContentType)
                    ? HasNul(context.Request)
                        ? throw new BadHttpRequestException("The address holds the character NUL.")
                        : next(context)
                    : throw new BadHttpRequestException(
                        "The character set of the body is not known.",
                        StatusCodes.Status415UnsupportedMediaType
                    )
        );

    /// <summary>The web server itself refuses a path that holds it.</summary>
    private static bool HasNul(HttpRequest request) =>
        request.QueryString.Value?.Contains(Nul, StringComparison.Ordinal) == true;

    private static bool HasKnownCharacterSet(string? contentType)
    {
        if (
            !MediaTypeHeaderValue.TryParse(contentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Charset) is not { Length: > 0 } name
        )
        {
            return true;
        }

        try
        {
            Encoding.GetEncoding(name.ToString());
            return true;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
