using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Assessment.Engine.Facts;

/// <summary>Reads JSON that people write, where what is not known is a mistake and must not be passed over.</summary>
internal static partial class StrictJson
{
    internal static JsonSerializerOptions Options { get; } = Create();

    /// <summary>What is wrong, in Chinese, with the line where it is known.</summary>
    internal static string Describe(JsonException exception)
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

    private static JsonSerializerOptions Create()
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
