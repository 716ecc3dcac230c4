using System.Globalization;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties;

/// <summary>
/// A scheme as its file says it. The properties read quotas, shares and conditions here and not from the engine, so that
/// a mistake of the engine's reader cannot hide itself.
/// </summary>
internal sealed class WrittenScheme
{
    private readonly Dictionary<string, decimal> _parameters;

    internal WrittenScheme(string text)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        Root = stream.Documents[0].RootNode;
        var year = Scalar(Root.At("year")!);
        _parameters = Root.At("parameters")
            .Entries()
            .ToDictionary(entry => entry.Key, entry => Valid(entry.Value, year));
        Numbers =
        [
            .. stream
                .Documents[0]
                .AllNodes.OfType<YamlScalarNode>()
                .Select(node => TryPlain(node.Value))
                .OfType<decimal>(),
        ];
    }

    internal YamlNode Root { get; }

    /// <summary>Every number anywhere in the file.</summary>
    internal HashSet<decimal> Numbers { get; }

    /// <summary>The sheet of the areas, with no id, and that of each class of staff.</summary>
    internal IEnumerable<(string? Class, YamlNode Sheet)> Sheets()
    {
        if (Root.At("areas") is { } areas)
        {
            yield return (null, areas);
        }

        foreach (var one in Root.At("staff").At("classes").Elements())
        {
            yield return (one.At("id").Text(), one);
        }
    }

    /// <summary>The rules by which somebody on the sheet is not ranked.</summary>
    internal IEnumerable<YamlNode> Asides(YamlNode sheet) =>
        (sheet.At("who") is null ? [] : Root.At("staff").At("aside").Elements()).Concat(
            sheet.At("aside").Elements()
        );

    /// <summary>A number, a percentage or the name of a parameter.</summary>
    internal decimal Number(YamlNode node) =>
        _parameters.TryGetValue(node.Text()!, out var value) ? value : Scalar(node);

    internal decimal Parameter(string id) => _parameters[id];

    private static decimal Valid(YamlNode parameter, decimal year) =>
        parameter.At("value") is { } value
            ? Scalar(value)
            : parameter
                .At("values")
                .Entries()
                .Where(one => int.Parse(one.Key, CultureInfo.InvariantCulture) <= year)
                .OrderBy(one => int.Parse(one.Key, CultureInfo.InvariantCulture))
                .Select(one => Scalar(one.Value))
                .Last();

    private static decimal Scalar(YamlNode node) =>
        TryPlain(node.Text()) ?? throw new FormatException($"“{node.Text()}” is no number");

    private static decimal? TryPlain(string? text) =>
        text is null ? null
        : text.EndsWith('%') ? TryPlain(text[..^1]) / 100m
        : decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : null;
}

/// <summary>Looks into a file's nodes; what is not there is empty.</summary>
internal static class YamlNodes
{
    internal static YamlNode? At(this YamlNode? node, string key) =>
        node is YamlMappingNode map
        && map.Children.TryGetValue(new YamlScalarNode(key), out var found)
            ? found
            : null;

    internal static string? Text(this YamlNode? node) => (node as YamlScalarNode)?.Value;

    internal static IReadOnlyList<YamlNode> Elements(this YamlNode? node) =>
        node is YamlSequenceNode list ? [.. list.Children] : [];

    internal static IEnumerable<(string Key, YamlNode Value)> Entries(this YamlNode? node) =>
        node is YamlMappingNode map
            ? map.Children.Select(entry => (entry.Key.Text()!, entry.Value))
            : [];
}
