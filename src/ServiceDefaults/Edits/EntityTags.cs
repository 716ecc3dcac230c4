using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Assessment.ServiceDefaults.Edits;

/// <summary>
/// 编辑版本: what people edit is sent with its version as the entity tag (RFC 9110, 8.8.3), and an edit names the version
/// that it was made from (<c>If-Match</c>). Of two people who edit the same thing, the later one is told, sees both and
/// chooses; nobody's edit is lost in silence.
/// </summary>
public static class EntityTags
{
    /// <summary>Every version (RFC 9110, 13.1.1).</summary>
    private const string Any = "*";

    /// <summary>Of what is not there yet, such as a cell of a sheet in which nothing was ever entered.</summary>
    public static string Nothing { get; } = Of(0);

    public static string Of(long version) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <param name="version">Any text without quotes that changes with the version.</param>
    public static string Of(string version) => $"\"{version}\"";

    /// <summary>Of what has no version of its own: a digest of what is shown of it.</summary>
    public static string OfContent<T>(T shown) =>
        Of(
            Convert.ToHexStringLower(
                SHA256.HashData(
                    JsonSerializer.SerializeToUtf8Bytes(shown, JsonSerializerOptions.Web)
                )
            )
        );

    /// <summary>Sends the version of what is answered with.</summary>
    public static void TagWith(this HttpResponse response, long version) =>
        response.Headers.ETag = Of(version);

    /// <param name="ifMatch">The request's header, as it came; several tags may be in it.</param>
    /// <param name="tag">Of what is there.</param>
    /// <param name="current">What is there now, as the reader of it is shown.</param>
    /// <param name="isDone">
    /// Whether what is asked for is there already: then an older version does no harm, and a call that is sent again
    /// because its answer was lost succeeds (RFC 9110, 13.1.1).
    /// </param>
    /// <exception cref="EditMustNameItsVersion">The header is absent.</exception>
    /// <exception cref="SomebodyElseWasFaster">It names other versions.</exception>
    public static void MustMatch(string? ifMatch, string tag, object? current, bool isDone = false)
    {
        if (string.IsNullOrWhiteSpace(ifMatch))
        {
            throw new EditMustNameItsVersion();
        }

        if (isDone)
        {
            return;
        }

        var seen = ifMatch.Split(
            ',',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        if (!seen.Contains(Any) && !seen.Contains(tag))
        {
            throw new SomebodyElseWasFaster(current);
        }
    }
}
