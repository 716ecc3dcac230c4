using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Assessment.Engine.Tests.Schemas;

/// <summary>
/// Validates against a JSON Schema (draft 2020-12), with the keywords that the schemas of this project use. A keyword that
/// is not known here fails, so that none is silently left out.
/// </summary>
internal sealed class JsonSchema(string text)
{
    private static readonly HashSet<string> OfOneType = new(StringComparer.Ordinal)
    {
        "properties",
        "required",
        "additionalProperties",
        "dependentRequired",
        "propertyNames",
        "minProperties",
        "items",
        "contains",
        "minItems",
        "maxItems",
        "pattern",
        "minLength",
        "minimum",
        "maximum",
    };

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private readonly JsonObject _root = JsonNode.Parse(text)!.AsObject();

    internal JsonObject Root => _root;

    internal bool Accepts(JsonNode? value) => Accepts(_root, value);

    private bool Accepts(JsonNode schema, JsonNode? value) =>
        schema.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => schema.AsObject().All(keyword => Holds(schema.AsObject(), keyword, value)),
        };

    private bool Holds(JsonObject schema, KeyValuePair<string, JsonNode?> keyword, JsonNode? value)
    {
        var given = keyword.Value!;
        return keyword.Key switch
        {
            "$schema" or "title" or "description" or "$defs" => true,
            // They belong to "if".
            "then" or "else" => true,
            "$ref" => Accepts(Definition((string)given!), value),
            "type" => given is JsonArray types
                ? types.Any(type => HasType((string)type!, value))
                : HasType((string)given!, value),
            "enum" => given.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
            "const" => JsonNode.DeepEquals(given, value),
            "anyOf" => given.AsArray().Any(one => Accepts(one!, value)),
            "oneOf" => given.AsArray().Count(one => Accepts(one!, value)) == 1,
            "allOf" => given.AsArray().All(one => Accepts(one!, value)),
            "not" => !Accepts(given, value),
            "if" => Accepts(given, value)
                ? schema["then"] is not { } then || Accepts(then, value)
                : schema["else"] is not { } otherwise || Accepts(otherwise, value),
            _ => value switch
            {
                JsonObject map => HoldsForMap(schema, keyword.Key, given, map),
                JsonArray list => HoldsForList(keyword.Key, given, list),
                _ => HoldsForScalar(keyword.Key, given, value),
            },
        };
    }

    private bool HoldsForMap(JsonObject schema, string keyword, JsonNode given, JsonObject map) =>
        keyword switch
        {
            "properties" => given
                .AsObject()
                .All(one => !map.ContainsKey(one.Key) || Accepts(one.Value!, map[one.Key])),
            "required" => given.AsArray().All(key => map.ContainsKey((string)key!)),
            "additionalProperties" => map.Where(one =>
                    schema["properties"]?.AsObject().ContainsKey(one.Key) != true
                )
                .All(one => Accepts(given, one.Value)),
            "dependentRequired" => given
                .AsObject()
                .Where(one => map.ContainsKey(one.Key))
                .All(one => one.Value!.AsArray().All(key => map.ContainsKey((string)key!))),
            "propertyNames" => map.All(one => Accepts(given, JsonValue.Create(one.Key))),
            "minProperties" => map.Count >= (int)given,
            _ => IsOfOthers(keyword),
        };

    private bool HoldsForList(string keyword, JsonNode given, JsonArray list) =>
        keyword switch
        {
            "items" => list.All(one => Accepts(given, one)),
            "contains" => list.Any(one => Accepts(given, one)),
            "minItems" => list.Count >= (int)given,
            "maxItems" => list.Count <= (int)given,
            _ => IsOfOthers(keyword),
        };

    private static bool HoldsForScalar(string keyword, JsonNode given, JsonNode? value) =>
        (keyword, value?.GetValueKind()) switch
        {
            ("pattern", JsonValueKind.String) => Regex.IsMatch(
                (string)value!,
                (string)given!,
                RegexOptions.ExplicitCapture,
                Limit
            ),
            ("minLength", JsonValueKind.String) => ((string)value!).Length >= (int)given,
            ("minimum", JsonValueKind.Number) => (decimal)value! >= (decimal)given,
            ("maximum", JsonValueKind.Number) => (decimal)value! <= (decimal)given,
            _ => IsOfOthers(keyword),
        };

    /// <summary>A keyword for values of another type says nothing.</summary>
    private static bool IsOfOthers(string keyword) =>
        OfOneType.Contains(keyword) ? true : throw new NotSupportedException(keyword);

    private static bool HasType(string type, JsonNode? value) =>
        (type, value?.GetValueKind()) switch
        {
            ("object", JsonValueKind.Object) => true,
            ("array", JsonValueKind.Array) => true,
            ("string", JsonValueKind.String) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => decimal.IsInteger((decimal)value!),
            _ => false,
        };

    private JsonNode Definition(string reference) =>
        _root["$defs"]![reference["#/$defs/".Length..]]
        ?? throw new NotSupportedException(reference);
}
