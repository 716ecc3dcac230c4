using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Assessment.Engine.Decisions;
using Assessment.Engine.Results;

namespace Assessment.Engine.Facts;

/// <summary>Reads JSON that people write, where what is not known is a mistake and must not be passed over.</summary>
internal static partial class StrictJson
{
    internal static JsonSerializerOptions Options { get; } = Create();

    /// <summary>What is wrong, in Chinese, with the line where it is known.</summary>
    internal static string Describe(JsonException exception) =>
        Describe(exception, "$", exception.LineNumber);

    /// <param name="root">The path in the file of the part that was read.</param>
    /// <param name="line">From 0; null where it is not known.</param>
    internal static string Describe(JsonException exception, string root, long? line)
    {
        var place = line is { } number ? $"第 {number + 1} 行" : "";
        // The reader's own exception inside says that the text is no JSON at all.
        if (
            exception.InnerException is JsonException
            || exception.Path is not { Length: > 0 } inner
        )
        {
            return $"{place}不是有效的 JSON";
        }

        var path = root + inner[1..];
        // The serializer names the fields only in its message, in single quotes.
        var names = string.Join(
            "、",
            QuotedName().Matches(exception.Message).Select(match => match.Groups["name"].Value)
        );
        if (exception.Message.Contains("missing required", StringComparison.Ordinal))
        {
            return $"{place}（{path}）缺少 {names}";
        }

        return exception.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? $"{place}（{path}）不认识此字段"
            : $"{place}（{path}）的内容不是应有的类型";
    }

    /// <summary>Facts without decisions or declared attributes are written as they were before there were any.</summary>
    private static void LeaveOutNone(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(IReadOnlyList<Decision>))
            {
                property.ShouldSerialize = (_, decisions) =>
                    decisions is IReadOnlyList<Decision> { Count: > 0 };
            }
            else if (property.PropertyType == typeof(AttributeValues))
            {
                property.ShouldSerialize = (_, values) => values is AttributeValues { Count: > 0 };
            }
        }
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
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNone } },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
