using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assessment.Engine;

/// <summary>Reads and writes facts.json. What it does not know it refuses: a misspelt field would change somebody's result.</summary>
public static class FactSetJson
{
    private static readonly JsonSerializerOptions Strict = CreateStrict();

    /// <exception cref="FactSetException">The text is not a facts file.</exception>
    public static FactSet Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FactSet>(json, Strict) ?? throw NotAFactsFile("内容为空");
        }
        catch (JsonException exception)
        {
            throw NotAFactsFile(Describe(exception));
        }
    }

    /// <inheritdoc cref="Read(string)"/>
    public static FactSet Read(Stream json)
    {
        using var reader = new StreamReader(json);
        return Read(reader.ReadToEnd());
    }

    public static string Write(FactSet facts) => JsonSerializer.Serialize(facts, Strict);

    private static FactSetException NotAFactsFile(string why) =>
        new([new("facts-unreadable", "", $"不是可用的事实文件：{why}")]);

    private static string Describe(JsonException exception)
    {
        var place = exception.LineNumber is { } line ? $"第 {line + 1} 行" : "";
        return exception.Path is { Length: > 0 } path
            ? $"{place}（{path}）的内容不符合格式：缺少必填字段、有不认识的字段或类型不对"
            : $"{place}不是有效的 JSON";
    }

    private static JsonSerializerOptions CreateStrict()
    {
        var options = new JsonSerializerOptions(EngineJson.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            PropertyNameCaseInsensitive = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            WriteIndented = true,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
