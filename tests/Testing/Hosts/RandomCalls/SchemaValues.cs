using System.Text.Json.Nodes;

namespace Assessment.Testing.Hosts.RandomCalls;

/// <summary>Values that a schema allows; where something of the name is known, mostly that.</summary>
public sealed class SchemaValues(ApiDocument document)
{
    private const int Deepest = 6;

    public JsonNode? Value(
        Random random,
        JsonNode? schema,
        KnownThings known,
        string name = "",
        int depth = 0
    )
    {
        if (schema is null || document.Resolve(schema) is not JsonObject one || depth > Deepest)
        {
            return null;
        }

        if (one["oneOf"] is JsonArray several)
        {
            return Value(random, OddTexts.Pick(random, [.. several]), known, name, depth + 1);
        }

        if (one["enum"] is JsonArray members)
        {
            return OddTexts.Pick(random, [.. members])?.DeepClone();
        }

        return TypeOf(random, one) switch
        {
            "object" => Object(random, one, known, depth),
            "array" => new JsonArray([
                .. Enumerable
                    .Range(0, random.Next(4))
                    .Select(_ => Value(random, one["items"], known, name, depth + 1)),
            ]),
            "string" => Text(random, (string?)one["format"], known, name),
            "integer" => random.Next(-2, 2030),
            "number" => Math.Round(random.NextDouble() * 100, random.Next(5)),
            "boolean" => random.Next(2) == 0,
            _ => null,
        };
    }

    public static string Text(Random random, string? format, KnownThings known, string name) =>
        known.Values.TryGetValue(name, out var values) && random.Next(10) > 0
            ? OddTexts.Pick(random, values)
            : format switch
            {
                "uuid" => new Guid(
                    random.Next(),
                    0,
                    0x4000,
                    [0x80, 0, 0, 0, 0, 0, 0, (byte)random.Next(256)]
                ).ToString(),
                "date" => $"2024-{random.Next(1, 13):00}-{random.Next(1, 29):00}",
                "date-time" => $"2024-{random.Next(1, 13):00}-01T08:00:00+08:00",
                _ => OddTexts.Pick(random, ["a1", "2024", "甲", "x", "online", "H1"]),
            };

    private JsonObject Object(Random random, JsonObject schema, KnownThings known, int depth)
    {
        var required =
            schema["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var value = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || random.Next(10) < 6)
            {
                value[name] = Value(random, property, known, name, depth + 1);
            }
        }

        if (schema["additionalProperties"] is JsonObject values)
        {
            value["a1"] = Value(random, values, known, "", depth + 1);
        }

        return value;
    }

    /// <summary>Of a nullable type, mostly the other one.</summary>
    private static string? TypeOf(Random random, JsonObject schema) =>
        schema["type"] switch
        {
            JsonArray types => OddTexts.Pick(
                random,
                [
                    .. types
                        .Select(type => (string?)type)
                        .Where(type => type != "null" || random.Next(4) == 0),
                ]
            ),
            { } type => (string?)type,
            null => schema["properties"] is null ? null : "object",
        };
}
