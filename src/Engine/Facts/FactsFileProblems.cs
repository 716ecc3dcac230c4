using System.Text;
using System.Text.Json;
using Assessment.Engine.Decisions;

namespace Assessment.Engine.Facts;

/// <summary>
/// Everything that is wrong with the form of facts.json. The reader of JSON stops at the first mistake; whoever wrote the
/// file by hand wants all of them, so each entry of the lists is read by itself.
/// </summary>
internal static class FactsFileProblems
{
    private const string Code = "facts-unreadable";

    private static readonly (string List, Type Entry)[] Lists =
    [
        ("areas", typeof(Area)),
        ("staff", typeof(StaffMember)),
        ("facts", typeof(Fact)),
        ("events", typeof(AssessmentEvent)),
        ("decisions", typeof(Decision)),
    ];

    /// <param name="first">Where the reader stopped.</param>
    internal static IReadOnlyList<FactProblem> Of(string json, JsonException first)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return [Problem("", StrictJson.Describe(first))];
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return [Problem("", StrictJson.Describe(first))];
            }

            var entries = InEntries(document.RootElement, Lines(json)).ToList();
            return IsInAnEntry(first)
                ? [.. InTheWhole(document.RootElement), .. entries]
                : [Problem("", StrictJson.Describe(first)), .. entries];
        }
    }

    internal static FactProblem Problem(string place, string why) =>
        new(Code, place, $"不是可用的事实文件：{why}");

    private static bool IsInAnEntry(JsonException exception) =>
        Array.Exists(
            Lists,
            one => exception.Path?.StartsWith($"$.{one.List}[", StringComparison.Ordinal) == true
        );

    /// <summary>What is wrong outside the entries: the file with empty lists.</summary>
    private static IEnumerable<FactProblem> InTheWhole(JsonElement root)
    {
        var whole = new StringBuilder("{");
        foreach (var property in root.EnumerateObject())
        {
            if (whole.Length > 1)
            {
                whole.Append(',');
            }

            var isList =
                property.Value.ValueKind == JsonValueKind.Array
                && Array.Exists(Lists, one => property.NameEquals(one.List));
            whole
                .Append(JsonSerializer.Serialize(property.Name))
                .Append(':')
                .Append(isList ? "[]" : property.Value.GetRawText());
        }
        if (Refused(whole.Append('}').ToString(), typeof(FactSet)) is { } refused)
        {
            yield return Problem("", StrictJson.Describe(refused, "$", line: null));
        }
    }

    private static IEnumerable<FactProblem> InEntries(
        JsonElement root,
        Dictionary<(string List, int Entry), long> lines
    )
    {
        foreach (var (list, type) in Lists)
        {
            if (
                !root.TryGetProperty(list, out var entries)
                || entries.ValueKind != JsonValueKind.Array
            )
            {
                continue;
            }

            for (var i = 0; i < entries.GetArrayLength(); i++)
            {
                if (Refused(entries[i].GetRawText(), type) is { } refused)
                {
                    yield return Problem(
                        $"{list}[{i}]",
                        StrictJson.Describe(
                            refused,
                            $"$.{list}[{i}]",
                            lines[(list, i)] + (refused.LineNumber ?? 0)
                        )
                    );
                }
            }
        }
    }

    private static JsonException? Refused(string json, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type, StrictJson.Options) is null
                ? new JsonException("null", "$", 0, 0)
                : null;
        }
        catch (JsonException exception)
        {
            return exception;
        }
    }

    /// <summary>In which line each entry begins, from 0.</summary>
    private static Dictionary<(string List, int Entry), long> Lines(string json)
    {
        var lines = new Dictionary<(string, int), long>();
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        var (list, entry, counted, line) = ("", 0, 0, 0L);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                (list, entry) = (reader.GetString()!, 0);
            }

            if (
                reader.CurrentDepth != 2
                || reader.TokenType
                    is JsonTokenType.PropertyName
                        or JsonTokenType.EndObject
                        or JsonTokenType.EndArray
            )
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            line += bytes.AsSpan(counted, start - counted).Count((byte)'\n');
            counted = start;
            lines[(list, entry++)] = line;
        }
        return lines;
    }
}
