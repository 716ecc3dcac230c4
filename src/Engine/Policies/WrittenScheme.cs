using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Policies;

/// <summary>A scheme together with the places of its rules in the file.</summary>
internal sealed class WrittenScheme
{
    private const string ClauseKey = "clause";
    private readonly Dictionary<Citation, TextPlace> _clauses = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<TextPlace, YamlMappingNode> _rules = [];

    internal WrittenScheme(Scheme scheme)
    {
        Scheme = scheme;
        foreach (var cited in scheme.Citations)
        {
            _clauses.TryAdd(cited.Citation, cited.ClauseAt);
        }

        foreach (var map in scheme.Head.Root.AllNodes.OfType<YamlMappingNode>())
        {
            if (map.Children.TryGetValue(ClauseKey, out var clause))
            {
                _rules.TryAdd(PlaceOf(clause), map);
            }
        }
    }

    internal Scheme Scheme { get; }

    /// <summary>Where a rule says something under a key; where it does not, the rule itself.</summary>
    internal TextPlace Place(Citation of, string key)
    {
        var rule = _rules[_clauses[of]];
        return PlaceOf(rule.Children.TryGetValue(key, out var value) ? value : rule);
    }

    /// <summary>A departure at a key of a rule.</summary>
    internal Departure At(Citation of, string key, string code, string message) =>
        new(code, message, Place(of, key), of.Clause);

    private static TextPlace PlaceOf(YamlNode node) =>
        new((int)node.Start.Line, (int)node.Start.Column);
}
