using System.Globalization;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>A mapping of which every key must be taken: what nobody takes is an unknown key.</summary>
internal sealed class YamlMap
{
    private const int MostDecimals = 10;
    private const char FullWidthColon = '：';
    private readonly ProblemList _problems;
    private readonly Dictionary<string, (YamlScalarNode Key, YamlNode Value)> _entries = new(
        StringComparer.Ordinal
    );
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _offered = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, ProblemList problems)
    {
        Node = node;
        _problems = problems;
        foreach (var (key, value) in node.Children)
        {
            // YamlFile has refused other keys.
            var scalar = (YamlScalarNode)key;
            _entries[scalar.Value ?? ""] = (scalar, value);
        }
    }

    internal YamlMappingNode Node { get; }

    internal IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The node as a mapping; reports and gives null where it is none.</summary>
    internal static YamlMap? From(YamlNode node, ProblemList problems, string what)
    {
        if (node is YamlMappingNode mapping)
        {
            return new(mapping, problems);
        }

        problems.Add(node, "mapping-expected", $"{what}应当是“键: 值”的形式");
        return null;
    }

    internal bool Has(string key) => _entries.ContainsKey(key);

    internal YamlScalarNode KeyNode(string key) => _entries[key].Key;

    /// <summary>The value under a key of the mapping under a key. Both have been read.</summary>
    internal YamlNode Inner(string key, string innerKey) =>
        _entries[key].Value[new YamlScalarNode(innerKey)];

    /// <summary>The place of a key's value; where there is none, of the mapping.</summary>
    internal TextPlace PlaceOf(string key)
    {
        var node = _entries.TryGetValue(key, out var entry) ? entry.Value : Node;
        return new((int)node.Start.Line, (int)node.Start.Column);
    }

    /// <summary>The text under a key without taking it: for names that are needed before their turn.</summary>
    internal string? Peek(string key) =>
        _entries.TryGetValue(key, out var entry) ? (entry.Value as YamlScalarNode)?.Value : null;

    internal YamlNode? Take(string key)
    {
        _asked.Add(key);
        return _entries.TryGetValue(key, out var entry) ? entry.Value : null;
    }

    /// <summary>Names keys that may be written here and are only asked for where they are.</summary>
    internal void Offer(IEnumerable<string> keys) => _offered.UnionWith(keys);

    internal YamlNode? Require(string key)
    {
        var node = Take(key);
        if (node is null)
        {
            _missing.Add(key);
            _problems.Add(Node, MissingKey.Code, MissingKey.Message(key));
        }
        return node;
    }

    internal string Text(string key) => Require(key) is { } node ? Scalar(node, key) ?? "" : "";

    internal string? OptionalText(string key) => Take(key) is { } node ? Scalar(node, key) : null;

    internal int Integer(string key)
    {
        if (Require(key) is not { } node)
        {
            return 0;
        }

        if (
            node is YamlScalarNode { Value: { } text }
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        )
        {
            return number;
        }
        _problems.Add(node, "integer-expected", $"“{key}”应当是整数{Written(node)}");
        return 0;
    }

    /// <summary>保留几位小数.</summary>
    internal int Decimals()
    {
        const string Key = "decimals";
        var decimals = Integer(Key);
        if (decimals <= MostDecimals)
        {
            return decimals;
        }

        _problems.Add(
            _entries[Key].Value,
            "decimals-out-of-range",
            $"“{Key}”不能超过 {MostDecimals}"
        );
        return 0;
    }

    internal bool Flag(string key, bool otherwise) => OptionalFlag(key) ?? otherwise;

    internal bool? OptionalFlag(string key)
    {
        if (Take(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalarNode { Value: "true" or "false" } scalar)
        {
            return scalar.Value == "true";
        }

        _problems.Add(node, "flag-expected", $"“{key}”应当是 true 或 false{Written(node)}");
        return null;
    }

    internal YamlMap? Map(string key) =>
        Require(key) is { } node ? From(node, _problems, $"“{key}”") : null;

    internal YamlMap? OptionalMap(string key) =>
        Take(key) is { } node ? From(node, _problems, $"“{key}”") : null;

    /// <summary>The elements of a list that must be there and must not be empty.</summary>
    internal IReadOnlyList<YamlNode> List(string key)
    {
        if (Require(key) is not { } node)
        {
            return [];
        }

        if (node is YamlSequenceNode { Children.Count: > 0 } sequence)
        {
            return [.. sequence.Children];
        }

        _problems.Add(node, "list-expected", $"“{key}”应当是不为空的列表");
        return [];
    }

    internal IReadOnlyList<YamlNode> OptionalList(string key) =>
        Has(key) ? List(key) : Nothing(key);

    /// <summary>The elements of a list of mappings.</summary>
    internal IReadOnlyList<YamlMap> Maps(string key) => Mappings(List(key), key);

    internal IReadOnlyList<YamlMap> OptionalMaps(string key) => Mappings(OptionalList(key), key);

    /// <summary>The elements of a list of texts.</summary>
    internal IReadOnlyList<string> Texts(string key) =>
        [.. List(key).Select(node => Scalar(node, key)).OfType<string>()];

    /// <summary>The entries of a mapping whose keys are names.</summary>
    internal IEnumerable<(string Name, YamlScalarNode Key, YamlNode Value)> Entries()
    {
        _asked.UnionWith(_entries.Keys);
        return _entries.Select(entry => (entry.Key, entry.Value.Key, entry.Value.Value));
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    internal void Close()
    {
        foreach (var (name, (key, _)) in _entries)
        {
            if (_asked.Contains(name))
            {
                continue;
            }

            _problems.Add(key, "unknown-key", $"此处不认识“{name}”{Instead(name)}");
            if (Meant(name) is { } meant)
            {
                _problems.Misspelt(key, meant, Node);
            }
        }
    }

    /// <summary>Keys that may be written here and are not there yet: a key cannot be written a second time.</summary>
    private IEnumerable<string> Free => _asked.Union(_offered).Where(key => !Has(key));

    /// <summary>The key that was meant, where it is nearly what is written; one that must be there before others.</summary>
    private string? Meant(string name)
    {
        var written = name.Split(FullWidthColon)[0];
        return _missing.FirstOrDefault(key => NearestName.IsNear(written, key))
            ?? NearestName
                .Of(written, Free)
                .FirstOrDefault(key => NearestName.IsNear(written, key));
    }

    private string? Scalar(YamlNode node, string key)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        _problems.Add(
            node,
            "text-expected",
            node is YamlScalarNode ? $"“{key}”没有写内容" : $"“{key}”应当是文字"
        );
        return null;
    }

    private string Instead(string name) =>
        name.Contains(FullWidthColon)
            ? $"，这里的冒号是全角的“{FullWidthColon}”，应当用半角的“:”，后面加空格"
            : NearestName.HintOrChoice(name, Free);

    private static string Written(YamlNode node) =>
        node is YamlScalarNode { Value: { Length: > 0 } text } ? $"，不是“{text}”" : "";

    private IReadOnlyList<YamlNode> Nothing(string key)
    {
        _asked.Add(key);
        return [];
    }

    private IReadOnlyList<YamlMap> Mappings(IReadOnlyList<YamlNode> nodes, string key) =>
        [.. nodes.Select(node => From(node, _problems, $"“{key}”的每一项")).OfType<YamlMap>()];
}
