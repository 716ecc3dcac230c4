using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Assessment.Engine;

/// <summary>Reads and writes facts.json. What it does not know it refuses: a misspelt field would change somebody's result.</summary>
public static partial class FactSetJson
{
    private static readonly JsonSerializerOptions Strict = CreateStrict();

    /// <exception cref="FactSetException">The text is not a facts file.</exception>
    public static FactSet Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<FactSet>(json, Strict)
                ?? throw NotAFactsFile("内容为空");
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
        var line = exception.LineNumber is { } number ? $"第 {number + 1} 行" : "";
        // The reader's own exception inside says that the text is no JSON at all.
        if (exception.InnerException is JsonException || exception.Path is not { Length: > 0 } path)
            return $"{line}不是有效的 JSON";
        // The serializer names the fields only in its message, in single quotes.
        var names = string.Join(
            "、",
            QuotedName().Matches(exception.Message).Select(match => match.Groups["name"].Value)
        );
        if (exception.Message.Contains("missing required", StringComparison.Ordinal))
            return $"{line}（{path}）缺少 {names}";
        return exception.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? $"{line}（{path}）不认识此字段"
            : $"{line}（{path}）的内容不是应有的类型";
    }

    [GeneratedRegex(
        "'(?<name>\\w+)'",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex QuotedName();

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
