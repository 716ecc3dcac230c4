using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Tests;

/// <summary>The facts with a range that a scheme declares, by whose they are, each place once.</summary>
internal sealed class DeclaredFacts
{
    private const string Anybody = "评价人";
    private static readonly string[] Readings = ["fact", "meanOf"];

    internal DeclaredFacts(Scheme scheme, YamlMappingNode yaml)
    {
        var facts = Declared(yaml).ToList();
        OfAreas =
        [
            .. facts.Where(fact => IsReadIn(yaml, "areas", fact.Item)),
            .. scheme.Collection.Lines.SelectMany(ScoresOf),
        ];
        OfStaff = [.. facts.Where(fact => IsReadIn(yaml, "staff", fact.Item))];
    }

    internal IReadOnlyList<DeclaredFact> OfAreas { get; }

    internal IReadOnlyList<DeclaredFact> OfStaff { get; }

    /// <summary>Scores of all departments, in the periods that are tried first.</summary>
    private static IEnumerable<DeclaredFact> ScoresOf(ScoreLine line) =>
        from department in line.Departments
        from period in Periods(line)
        select new DeclaredFact(line.Id, department, period, line.Least, line.Most)
        {
            IsScore = true,
        };

    private static IEnumerable<string?> Periods(ScoreLine line) =>
        line.Sets.Count == 0 ? Enumerable.Repeat<string?>(null, 1) : line.Sets[0];

    private static IEnumerable<DeclaredFact> Declared(YamlMappingNode yaml)
    {
        if (Child(yaml, "facts") is not YamlMappingNode facts)
        {
            yield break;
        }

        foreach (var (item, declaration) in facts.Children)
        {
            if (Child(declaration, "range") is not { } range)
            {
                continue;
            }

            var name = item.ToString();
            var (least, most) = (Number(range, "from"), Number(range, "to"));
            var step = Child(declaration, "step") is null ? 0m : Number(declaration, "step");
            foreach (var (by, period) in Places(declaration))
            {
                yield return new(name, by, period, least, most) { Step = step };
            }
        }
    }

    private static IEnumerable<(string? By, string? Period)> Places(YamlNode declaration) =>
        Child(declaration, "by") switch
        {
            YamlMappingNode sources => sources.Children.SelectMany(source =>
                Child(source.Value, "periods") is YamlMappingNode periods
                    ? periods.Children.Keys.Select(period =>
                        ((string?)source.Key.ToString(), (string?)period.ToString())
                    )
                    : [(source.Key.ToString(), null)]
            ),
            null => new (string?, string?)[] { (null, null) },
            _ => new (string?, string?)[] { (Anybody, null) },
        };

    private static bool IsReadIn(YamlMappingNode yaml, string section, string item) =>
        Child(yaml, section) is { } sheet
        && sheet
            .AllNodes.OfType<YamlMappingNode>()
            .SelectMany(map => map.Children)
            .Any(entry =>
                Readings.Contains(entry.Key.ToString(), StringComparer.Ordinal)
                && string.Equals(entry.Value.ToString(), item, StringComparison.Ordinal)
            );

    private static YamlNode? Child(YamlNode node, string key) =>
        node is YamlMappingNode map
        && map.Children.TryGetValue(new YamlScalarNode(key), out var child)
            ? child
            : null;

    private static decimal Number(YamlNode map, string key) =>
        decimal.Parse(Child(map, key)!.ToString());
}

/// <summary>A place for a fact, with the range of its values.</summary>
internal sealed record DeclaredFact(
    string Item,
    string? By,
    string? Period,
    decimal Least,
    decimal Most
)
{
    /// <summary>Whether a department gives it.</summary>
    internal bool IsScore { get; init; }

    /// <summary>The smallest change; 0 where there is none.</summary>
    internal decimal Step { get; init; }

    /// <param name="percent">How far up in the range, on the step below.</param>
    internal decimal At(decimal percent)
    {
        var above = (Most - Least) * percent / 100m;
        return Least + (Step == 0m ? above : above - (above % Step));
    }
}
