using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>Where a body is malformed, as far as its reader knows: <c>$.households[0]</c>.</summary>
internal static class MalformedPlace
{
    /// <summary>The keys of a body are the sender's, and may be of any length.</summary>
    private const int Longest = 200;

    /// <returns>Null where the body is malformed as a whole, or something else than the body.</returns>
    public static string? Of(BadHttpRequestException malformed) =>
        malformed.InnerException switch
        {
            UnexpectedValue value => Cut(value.Place),
            JsonException { Path: { Length: > 1 } path } => Cut(path),
            _ => null,
        };

    private static string Cut(string place) =>
        place.Length > Longest ? place[..Longest] + "…" : place;
}
