using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Tests.Thresholds;

/// <summary>
/// Every place of a scheme file where a small change of a fact can switch a result, as a path of keys and names, for
/// example <c>areas/grades/优秀/quota/share</c>.
/// </summary>
internal static class ThresholdPaths
{
    private static readonly string[] Names = ["id", "code", "name", "title", "of"];

    private static readonly HashSet<string> Switches = new(StringComparer.Ordinal)
    {
        // limits
        "atLeast",
        "atMost",
        "atMostFrom",
        "above",
        "below",
        "orAbove",
        "over",
        "cap",
        "floor",
        "min",
        "max",
        "range",
        // positions, shares and places
        "toRank",
        "share",
        "places",
        "always",
        "last",
        // kinds of events
        "shares",
        "perAward",
        "once",
        "best",
        // rounding
        "decimals",
        "fund",
        "onePerArea",
    };

    internal static IReadOnlyList<string> Of(YamlMappingNode scheme)
    {
        var paths = new List<string>();
        Collect(scheme, "", paths);
        return paths;
    }

    private static void Collect(YamlNode node, string path, List<string> paths)
    {
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                {
                    var below = Join(path, key.ToString());
                    if (IsThreshold(key.ToString(), value, path))
                    {
                        paths.Add(below);
                    }

                    Collect(value, below, paths);
                }
                break;
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++)
                {
                    Collect(list.Children[i], Join(path, NameOf(list.Children[i], i)), paths);
                }

                break;
            default:
                break;
        }
    }

    private static bool IsThreshold(string key, YamlNode value, string above) =>
        key switch
        {
            // The points an event carries; elsewhere they are the points of an item.
            "points" or "amount" => value is YamlMappingNode,
            "to" => above.Contains("/through/", StringComparison.Ordinal),
            // The least score of a band of a form; the best band has a most as well.
            "from" => above.StartsWith("collection/forms/", StringComparison.Ordinal)
                && above.Contains("/bands/", StringComparison.Ordinal),
            _ => Switches.Contains(key),
        };

    /// <summary>An element is called by its name, in a list without names by its position.</summary>
    private static string NameOf(YamlNode element, int position)
    {
        foreach (var key in Names)
        {
            if (Text(element, key) is { } name)
            {
                return Text(element, "detail") is { } detail ? $"{name}.{detail}" : name;
            }
        }
        return $"{position}";
    }

    private static string? Text(YamlNode node, string key) =>
        node is YamlMappingNode map
        && map.Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? (child as YamlScalarNode)?.Value
            : null;

    private static string Join(string path, string name) =>
        path.Length == 0 ? name : $"{path}/{name}";
}
