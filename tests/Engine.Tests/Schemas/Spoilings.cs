using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Tests.Schemas;

/// <summary>Makes a file wrong in every place in the same few ways, one at a time.</summary>
internal static class Spoilings
{
    private const string Unknown = "zzz";

    /// <summary>Under these keys are names that the author chose.</summary>
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal)
    {
        "by",
        "events",
        "facts",
        "identities",
        "levels",
        "parameters",
        "periods",
        "posts",
        "values",
        "weights",
    };

    /// <summary>One way in which a file is wrong.</summary>
    /// <param name="Where">Which kind of mapping it is; places of the same kind are spoilt once.</param>
    internal sealed record Spoiling(string Where, string What, Action Do, Action Undo)
    {
        public override string ToString() => $"{Where}: {What}";
    }

    internal static IEnumerable<string> Kinds(YamlMappingNode root) =>
        Mappings(root, "").Select(place => place.Where);

    /// <param name="kinds">Kinds of mappings to spoil.</param>
    internal static IEnumerable<Spoiling> Of(YamlMappingNode root, IReadOnlySet<string> kinds) =>
        Mappings(root, "")
            .Where(place => kinds.Contains(place.Where))
            .DistinctBy(place => place.Where)
            .SelectMany(place => Of(place.Map, place.Where));

    private static IEnumerable<Spoiling> Of(YamlMappingNode map, string where)
    {
        yield return new(
            where,
            "unknown key",
            () => map.Add(Unknown, new YamlMappingNode()),
            () => map.Children.Remove(Unknown)
        );
        foreach (var (key, value) in map.Children.ToList())
        {
            var at = map.Children.Keys.ToList().IndexOf(key);
            yield return new(
                where,
                $"no {key}",
                () => map.Children.Remove(key),
                () => map.Children.Insert(at, key, value)
            );
            var nothing = new YamlSequenceNode();
            yield return new(
                where,
                $"{key} is an empty list",
                () => map.Children[key] = nothing,
                () => map.Children[key] = value
            );
        }
    }

    /// <summary>Every mapping with its kind: the section, the key above it, and its keys.</summary>
    private static IEnumerable<(YamlMappingNode Map, string Where)> Mappings(
        YamlNode node,
        string path
    )
    {
        if (node is YamlSequenceNode list)
        {
            return list.Children.SelectMany(one => Mappings(one, path));
        }

        if (node is not YamlMappingNode map)
        {
            return [];
        }

        var key = path.Split('/')[^1];
        var keys = Named.Contains(key) ? "names" : string.Join(',', map.Children.Keys);
        var section = path.Split('/')[0];
        return map
            .Children.SelectMany(one =>
                Mappings(
                    one.Value,
                    Named.Contains(key) ? path + "-"
                        : path.Length == 0 ? $"{one.Key}"
                        : $"{section}/{one.Key}"
                )
            )
            .Prepend((map, $"{section}/{key} {{{keys}}}"));
    }
}
