using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>Reads what rules are made of: parameters, facts and event rules.</summary>
internal static class DeclarationReader
{
    internal static void ReadParameters(YamlMap root, ReadingState state)
    {
        foreach (var (id, map) in Named(root.OptionalMap("parameters"), state))
        {
            var title = map.Text("title");
            var text = map.Text("value");
            if (!ReadingState.TryNumber(text, out var value) && text.Length > 0)
                state.Problems.Add(map.Take("value")!, "number-expected", "“value”应当是数字");
            state.Parameters[id] = new(
                id,
                title,
                value,
                text,
                map.OptionalText("unit"),
                state.Citation(map, id)
            );
            map.Close();
        }
    }

    internal static void ReadFacts(YamlMap root, ReadingState state)
    {
        foreach (var (item, map) in Named(root.OptionalMap("facts"), state))
        {
            state.Facts[item] = new(
                item,
                map.Text("title"),
                map.OptionalText("unit"),
                ReadRange(map, "range", state),
                ReadSources(map, state),
                ReadTitles(map, "periods", state)
            );
            map.Close();
        }
    }

    internal static void ReadEvents(YamlMap root, ReadingState state)
    {
        foreach (var (id, map) in Named(root.OptionalMap("events"), state))
        {
            var levels = new List<EventLevel>();
            foreach (var (level, written) in Named(map.OptionalMap("levels"), state))
            {
                var points = state.Constant(written, "points");
                levels.Add(new(level, written.Text("title"), points.Value, points.Parameter));
                written.Close();
            }
            var range = ReadRange(map, "points", state);
            if (levels.Count == 0 == (range is null))
            {
                state.Problems.Add(
                    map.Node,
                    "levels-or-points-expected",
                    $"事项“{id}”须写明“levels”（各级别分值）或“points”（分值范围）之一"
                );
            }
            state.Events[id] = new(id, map.Text("title"), levels, range, state.Citation(map, id));
            map.Close();
        }
    }

    internal static void ReadPosts(YamlMap root, ReadingState state)
    {
        foreach (var (post, title) in ReadTitles(root, "posts", state))
            state.Posts[post] = title;
    }

    /// <summary>A range with both ends included.</summary>
    internal static PointRange? ReadRange(YamlMap map, string key, ReadingState state)
    {
        if (map.OptionalMap(key) is not { } written)
            return null;
        var range = new PointRange(
            state.Constant(written, "from").Value,
            state.Constant(written, "to").Value
        );
        if (range.Least > range.Most)
            state.Problems.Add(written.Node, "range-empty", "范围的“from”不能大于“to”");
        written.Close();
        return range;
    }

    /// <summary>Each source is a title, or a title with the periods in which it reports.</summary>
    private static Dictionary<string, FactSource> ReadSources(YamlMap map, ReadingState state)
    {
        var sources = new Dictionary<string, FactSource>(StringComparer.Ordinal);
        foreach (var (name, _, node) in map.OptionalMap("by")?.Entries() ?? [])
        {
            if (node is YamlScalarNode { Value: { Length: > 0 } title })
            {
                sources[name] = new(title, new Dictionary<string, string>(StringComparer.Ordinal));
            }
            else if (YamlMap.From(node, state.Problems, $"“{name}”") is { } written)
            {
                sources[name] = new(written.Text("title"), ReadTitles(written, "periods", state));
                written.Close();
            }
        }
        return sources;
    }

    private static OrderedDictionary<string, string> ReadTitles(
        YamlMap map,
        string key,
        ReadingState state
    )
    {
        var titles = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (map.OptionalMap(key) is not { } written)
            return titles;
        foreach (var (name, _, node) in written.Entries())
        {
            if (node is YamlScalarNode { Value: { Length: > 0 } title })
                titles[name] = title;
            else
                state.Problems.Add(node, "text-expected", $"“{name}”应当是文字");
        }
        return titles;
    }

    private static IEnumerable<(string Name, YamlMap Map)> Named(YamlMap? map, ReadingState state)
    {
        foreach (var (name, _, node) in map?.Entries() ?? [])
        {
            if (YamlMap.From(node, state.Problems, $"“{name}”") is { } inner)
                yield return (name, inner);
        }
    }
}
