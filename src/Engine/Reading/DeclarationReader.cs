using System.Globalization;
using Assessment.Engine.Language;
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
            var (text, since) = map.Has("values")
                ? ReadDated(map, state)
                : (map.Text("value"), null);
            if (!ReadingState.TryNumber(text, out var value) && text.Length > 0)
            {
                state.Problems.Add(
                    map.Take("value") ?? map.Node,
                    "number-expected",
                    $"参数“{id}”的值应当是数字，例如 3、0.5 或 30%，不是“{text}”"
                );
                text = "";
            }
            var unit = map.OptionalText("unit");
            if (unit is not null && text.EndsWith('%'))
            {
                state.Problems.Add(
                    map.Take("unit")!,
                    "units-mixed",
                    $"参数“{id}”的值 {text} 是比例，不能再写单位“{unit}”{(unit == "%" ? $"：单位为 % 的，值写 {text[..^1]}" : "")}"
                );
            }

            state.Parameters[id] = new(
                id,
                title,
                value,
                text,
                unit,
                since,
                state.Citation(map, id)
            );
            map.Close();
        }
    }

    /// <summary>按年份: the value that holds in the cycle's year is the latest that is not after it.</summary>
    private static (string Text, int? Since) ReadDated(YamlMap map, ReadingState state)
    {
        var found = ("", (int?)null);
        if (map.Map("values") is not { } dated)
        {
            return found;
        }

        var before = 0;
        foreach (var (name, key, node) in dated.Entries())
        {
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                state.Problems.Add(key, "year-expected", $"“values”的键应当是年份，不是“{name}”");
            }
            else if (year <= before)
            {
                state.Problems.Add(key, "years-not-ascending", "“values”的年份应当从早到晚");
            }

            var text = (node as YamlScalarNode)?.Value ?? "";
            if (!ReadingState.TryNumber(text, out _))
            {
                state.Problems.Add(
                    node,
                    "number-expected",
                    $"{name} 年的值应当是数字，例如 3、0.5 或 30%，不是“{text}”"
                );
                text = "";
            }
            if (year <= state.Year)
            {
                found = (text, year);
            }

            before = year;
        }
        if (found.Item2 is null)
        {
            state.Problems.Add(
                map.Take("values")!,
                "no-value-for-year",
                $"没有适用于 {state.Year} 年的值：“values”里的年份都在 {state.Year} 年之后"
            );
        }

        return found;
    }

    internal static void ReadFacts(YamlMap root, ReadingState state)
    {
        foreach (var (item, map) in Named(root.OptionalMap("facts"), state))
        {
            var range = ReadRange(map, "range", state);
            var unit = map.OptionalText("unit");
            var anySource = map.Take("by") is YamlScalarNode { Value: "any" };
            state.Facts[item] = new(
                item,
                map.Text("title"),
                unit,
                range,
                anySource
                    ? new Dictionary<string, FactSource>(StringComparer.Ordinal)
                    : ReadSources(map, state),
                anySource,
                ReadTitles(map, "periods", state)
            )
            {
                ReportedBy = ReporterReader.Read(item, map, state),
                Step = AnchorReader.ReadStep(map, state) ?? FactLimits.UsualStep(unit, range),
                CountedBy = map.OptionalText("countedBy"),
            };
            CheckUnit(map, "step", unit, state);
            CheckRange(map, unit, state);
            map.Close();
        }
    }

    /// <summary>The range is in the unit of what it is of.</summary>
    internal static void CheckRange(YamlMap map, string? unit, ReadingState state)
    {
        if (map.Take("range") is YamlMappingNode range)
        {
            var written = YamlMap.From(range, state.Problems, "")!;
            CheckUnit(written, "from", unit, state);
            CheckUnit(written, "to", unit, state);
        }
    }

    private static void CheckUnit(YamlMap map, string key, string? unit, ReadingState state)
    {
        if (map.Take(key) is { } node)
        {
            UnitRelations.Check(node, state.Constant(node, key), Unit.Named(unit), state.Problems);
        }
    }

    internal static void ReadPosts(YamlMap root, ReadingState state)
    {
        foreach (var (post, title) in ReadTitles(root, "posts", state))
        {
            state.Posts[post] = title;
        }

        foreach (var (identity, title) in ReadTitles(root, "identities", state))
        {
            state.Identities[identity] = title;
        }
    }

    /// <summary>Facts that other facts name must be there.</summary>
    internal static void CheckFacts(YamlMap root, ReadingState state)
    {
        foreach (var fact in state.Facts.Values)
        {
            if (fact.CountedBy is not { } counted)
            {
                continue;
            }

            if (state.Facts.TryGetValue(counted, out var found))
            {
                state.Used.Add(found);
            }
            else
            {
                state.Problems.Add(
                    root.OptionalMap("facts")!.Inner(fact.Item, "countedBy"),
                    "fact-unknown",
                    $"“facts”里没有声明“{counted}”{NearestName.Hint(counted, state.Facts.Keys.Where(item => item != fact.Item))}"
                );
            }
        }
    }

    /// <summary>A range with both ends included.</summary>
    internal static PointRange? ReadRange(YamlMap map, string key, ReadingState state)
    {
        if (map.OptionalMap(key) is not { } written)
        {
            return null;
        }

        RangeReader.TryRead(written, state, out var range);
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

    internal static OrderedDictionary<string, string> ReadTitles(
        YamlMap map,
        string key,
        ReadingState state
    )
    {
        var titles = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (map.OptionalMap(key) is not { } written)
        {
            return titles;
        }

        foreach (var (name, _, node) in written.Entries())
        {
            var title = (node as YamlScalarNode)?.Value ?? "";
            titles[name] = title;
            if (title.Length == 0)
            {
                state.Problems.Add(node, "text-expected", $"“{name}”应当写明名称（文字）");
            }
        }
        return titles;
    }

    internal static IEnumerable<(string Name, YamlMap Map)> Named(YamlMap? map, ReadingState state)
    {
        foreach (var (name, _, node) in map?.Entries() ?? [])
        {
            if (YamlMap.From(node, state.Problems, $"“{name}”") is { } inner)
            {
                yield return (name, inner);
            }
        }
    }
}
