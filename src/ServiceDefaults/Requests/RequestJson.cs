using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Assessment.ServiceDefaults.Requests;

/// <summary>
/// How the JSON of requests is read: what a request's record declares as never null is not null inside either, field by
/// field and element by element. Whatever else comes is malformed (400).
/// </summary>
internal static class RequestJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        // A number is a number, in requests and in the API description; not perhaps a string.
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(RequiredParts.Require)
            .WithAddedModifier(FieldValues.Check);
        // One of the names that the API description lists; a number would pass for any of them, and for none.
        options.Converters.Add(
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        );
    }
}
