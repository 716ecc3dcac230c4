using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Tests.Schemas;

/// <summary>What an editor sees in a YAML file: plain scalars are numbers, flags or nothing where they look so (YAML 1.2, core schema).</summary>
internal static partial class YamlAsJson
{
    private const int Limit = 1000;

    internal static JsonNode? Of(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(one =>
                    KeyValuePair.Create(((YamlScalarNode)one.Key).Value!, Of(one.Value))
                )
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
            _ => JsonValue.Create(((YamlScalarNode)node).Value),
        };

    private static JsonValue? Plain(string text) =>
        text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ => Number().IsMatch(text)
                ? JsonValue.Create(
                    decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
                )
                : JsonValue.Create(text),
        };

    [GeneratedRegex(
        @"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$",
        RegexOptions.ExplicitCapture,
        Limit
    )]
    private static partial Regex Number();
}
