using Assessment.Engine.Language;
using Assessment.Engine.Reading;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Comparing;

/// <summary>Compares two versions of a scheme, rule by rule.</summary>
internal sealed class SchemeTree
{
    private static readonly string[] Names = ["id", "code", "name", "title"];
    private static readonly SchemeChange Whole = new("", "方案", null, IsRemoved: false);
    private readonly YamlMappingNode _first;
    private readonly YamlMappingNode _second;
    private readonly Dictionary<string, SchemeChange> _changes = new(StringComparer.Ordinal);

    internal SchemeTree(Scheme first, Scheme second)
    {
        _first = first.Head.Root;
        _second = second.Head.Root;
        Compare(_first, _second, "", Whole);
        // What is taken away goes last: until then another rule may still name it.
        Changes = [.. _changes.Values.OrderBy(change => change.IsRemoved)];
    }

    /// <summary>In the order of the second version; what is only in the first comes last.</summary>
    internal IReadOnlyList<SchemeChange> Changes { get; }

    /// <summary>The first version with some of its rules as they are in the second.</summary>
    internal YamlMappingNode With(IReadOnlySet<SchemeChange> changed) =>
        (YamlMappingNode)
            Merge(
                _first,
                _second,
                "",
                changed.Select(change => change.Path).ToHashSet(StringComparer.Ordinal),
                Whole
            )!;

    private void Compare(YamlNode? first, YamlNode? second, string path, SchemeChange rule)
    {
        var own = RuleAt(first, second, path, rule);
        switch (first, second)
        {
            case (YamlMappingNode a, YamlMappingNode b):
                foreach (var key in Keys(a, b))
                {
                    Compare(Child(a, key), Child(b, key), $"{path}/{key}", own);
                }

                break;
            case (YamlSequenceNode a, YamlSequenceNode b) when AreNamed(a, b):
                foreach (var name in NamesOf(a, b))
                {
                    Compare(Element(a, name), Element(b, name), $"{path}/{name}", own);
                }

                break;
            default:
                if (!AreEqual(first, second))
                {
                    _changes.TryAdd(own.Path, own);
                }

                break;
        }
    }

    /// <summary>The nearest place above that is a rule of its own, that is, has a clause.</summary>
    private static SchemeChange RuleAt(
        YamlNode? first,
        YamlNode? second,
        string path,
        SchemeChange above
    )
    {
        if ((second ?? first) is not YamlMappingNode map || Text(map, "clause") is not { } clause)
        {
            // A section without a clause is still distinguished from the next.
            return above.Clause is null && path.Length > 0
                ? above with
                {
                    Path = path,
                    IsRemoved = second is null,
                }
                : above;
        }

        var title = Text(map, "title") ?? Text(map, "name") ?? Text(map, "id") ?? path[1..];
        return new(path, title, clause, second is null);
    }

    private static YamlNode? Merge(
        YamlNode? first,
        YamlNode? second,
        string path,
        HashSet<string> changed,
        SchemeChange rule
    )
    {
        var own = RuleAt(first, second, path, rule);
        switch (first, second)
        {
            case (YamlMappingNode a, YamlMappingNode b):
                var map = new YamlMappingNode();
                foreach (var key in Keys(a, b))
                {
                    if (
                        Merge(Child(a, key), Child(b, key), $"{path}/{key}", changed, own) is
                        { } child
                    )
                    {
                        map.Add(key, child);
                    }
                }
                return map;
            case (YamlSequenceNode a, YamlSequenceNode b) when AreNamed(a, b):
                return new YamlSequenceNode(
                    NamesOf(a, b)
                        .Select(name =>
                            Merge(
                                Element(a, name),
                                Element(b, name),
                                $"{path}/{name}",
                                changed,
                                own
                            )
                        )
                        .OfType<YamlNode>()
                );
            default:
                return changed.Contains(own.Path) ? second : first;
        }
    }

    private static List<string> Keys(YamlMappingNode first, YamlMappingNode second) =>
        Together([.. KeysOf(first)], [.. KeysOf(second)]);

    private static IEnumerable<string> KeysOf(YamlMappingNode map) =>
        map.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "");

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    /// <summary>Whether the elements have names and the same order, so that each can be followed by itself.</summary>
    private static bool AreNamed(YamlSequenceNode first, YamlSequenceNode second)
    {
        var (a, b) = (ElementNames(first), ElementNames(second));
        return a is not null
            && b is not null
            && a.Intersect(b, StringComparer.Ordinal)
                .SequenceEqual(b.Intersect(a, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static List<string> NamesOf(YamlSequenceNode first, YamlSequenceNode second) =>
        Together(ElementNames(first)!, ElementNames(second)!);

    private static YamlNode? Element(YamlSequenceNode list, string name) =>
        list.Children.FirstOrDefault(element =>
            string.Equals(NameOf(element), name, StringComparison.Ordinal)
        );

    /// <summary>Null where an element has none or two have the same.</summary>
    private static List<string>? ElementNames(YamlSequenceNode list)
    {
        var names = list.Children.Select(NameOf).OfType<string>().ToList();
        return
            names.Count == list.Children.Count
            && names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? names
            : null;
    }

    private static string? NameOf(YamlNode element)
    {
        if (element is not YamlMappingNode map)
        {
            return null;
        }

        foreach (var key in Names)
        {
            if (Text(map, key) is { } name)
            {
                // Several findings have one code and differ in their detail.
                return Text(map, "detail") is { } detail ? $"{name}.{detail}" : name;
            }
        }
        return null;
    }

    /// <summary>The second list with what only the first has, each after what it follows there.</summary>
    private static List<string> Together(List<string> first, List<string> second)
    {
        var together = second.ToList();
        for (var i = 0; i < first.Count; i++)
        {
            if (!together.Contains(first[i], StringComparer.Ordinal))
            {
                together.Insert(i == 0 ? 0 : together.IndexOf(first[i - 1]) + 1, first[i]);
            }
        }
        return together;
    }

    private static string? Text(YamlMappingNode map, string key) =>
        (Child(map, key) as YamlScalarNode)?.Value;

    private static bool AreEqual(YamlNode? first, YamlNode? second) =>
        first is null || second is null
            ? first is null && second is null
            : string.Equals(
                CanonicalForm.Of(first),
                CanonicalForm.Of(second),
                StringComparison.Ordinal
            );
}
