using System.Globalization;
using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Reading;

/// <summary>What is known of a scheme while it is being read: its names, and what is wrong with it.</summary>
internal sealed class ReadingState(ProblemList problems)
{
    private static readonly Dictionary<string, string> NoTitles = new(StringComparer.Ordinal);
    private readonly List<CitedRule> _citations = [];

    internal ProblemList Problems { get; } = problems;

    internal Dictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FactDeclaration> Facts { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, EventRule> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>职务, by id in the order of the file.</summary>
    internal OrderedDictionary<string, string> Posts { get; } = new(StringComparer.Ordinal);

    /// <summary>身份, by id in the order of the file.</summary>
    internal OrderedDictionary<string, string> Identities { get; } = new(StringComparer.Ordinal);

    /// <summary>附加项, by id in the order of the file.</summary>
    internal OrderedDictionary<string, AttributeDeclaration> Attributes { get; } =
        new(StringComparer.Ordinal);

    /// <summary>Attributes of which it is not known what they hold: nothing follows from that.</summary>
    internal HashSet<string> UnreadAttributes { get; } = new(StringComparer.Ordinal);

    /// <summary>What facts are carried over from, where it is written.</summary>
    internal List<(string From, YamlNode At)> Carried { get; } = [];

    internal Dictionary<string, ScoreLine> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>Items that survey campaigns give.</summary>
    internal HashSet<string> Surveyed { get; } = new(StringComparer.Ordinal);

    /// <summary>What panels count.</summary>
    internal CountedByPanels Panels { get; } = new();

    /// <summary>Where each line is declared, by its id.</summary>
    internal Dictionary<string, YamlNode> LineNodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Where facts of areas go.</summary>
    internal FactSlots AreaSlots { get; } = new();

    /// <summary>Where facts of staff go.</summary>
    internal FactSlots StaffSlots { get; } = new();

    /// <summary>The cycle's year, for which dated parameters hold.</summary>
    internal int Year { get; set; }

    /// <summary>Where each fact says who reports it; without those that do not say it.</summary>
    internal Dictionary<string, YamlNode> Reporters { get; } = new(StringComparer.Ordinal);

    /// <summary>Parameters, facts, events and lines that some rule uses.</summary>
    internal HashSet<object> Used { get; } = new(ReferenceEqualityComparer.Instance);

    internal IReadOnlyList<CitedRule> Citations => _citations;

    /// <summary>How people call the names of one kind.</summary>
    internal IReadOnlyDictionary<string, string> TitlesOf(SubjectName name) =>
        name switch
        {
            SubjectName.Post => Posts,
            SubjectName.Identity => Identities,
            _ => NoTitles,
        };

    /// <summary>Reports the posts (职务) that the scheme does not declare.</summary>
    internal void CheckPosts(YamlMap map, string key, IEnumerable<string> posts)
    {
        foreach (var unknown in posts.Where(post => !Posts.ContainsKey(post)))
        {
            Problems.Add(
                map.Take(key)!,
                "post-unknown",
                $"“posts”里没有声明职务“{unknown}”{NearestName.Hint(unknown, Posts.Keys)}"
            );
        }
    }

    /// <summary>A list of event rules by their names.</summary>
    internal List<EventRule> EventRules(YamlMap map, string key)
    {
        var rules = new List<EventRule>();
        foreach (var node in map.List(key))
        {
            var name = (node as YamlScalarNode)?.Value ?? "";
            if (Events.TryGetValue(name, out var rule))
            {
                Used.Add(rule);
                rules.Add(rule);
            }
            else
            {
                Problems.Add(
                    node,
                    "event-rule-unknown",
                    $"“events”里没有“{name}”{NearestName.Hint(name, Usable(key))}"
                );
            }
        }
        return rules;
    }

    /// <summary>The rules that may be named there: only those with points can be added up.</summary>
    private IEnumerable<string> Usable(string key) =>
        Events.Values.Where(rule => key != "events" || rule.Mark is null).Select(rule => rule.Id);

    /// <summary>出处 of a rule: clause and quote, and what was chosen.</summary>
    internal Citation Citation(YamlMap map, string rule)
    {
        var citation = new Citation(
            map.Text("clause"),
            map.Text("quote"),
            map.OptionalText("chosen")
        );
        _citations.Add(new(rule, citation, map.PlaceOf("clause"), map.PlaceOf("quote")));
        return citation;
    }

    /// <summary>A number, or the name of a parameter.</summary>
    internal Constant Constant(YamlMap map, string key) =>
        map.Require(key) is { } node ? Constant(node, key) : NotRead();

    internal Constant? OptionalConstant(YamlMap map, string key) =>
        map.Take(key) is { } node ? Constant(node, key) : null;

    internal Constant Constant(YamlNode node, string what)
    {
        if (node is YamlScalarNode { Value: { } text })
        {
            if (TryNumber(text, out var number))
            {
                return new(number, text, null);
            }

            if (Parameters.TryGetValue(text, out var parameter))
            {
                Used.Add(parameter);
                return new(parameter.Value, parameter.Text, parameter);
            }
            Problems.Add(
                node,
                "parameter-unknown",
                $"“{what}”应当是数字（例如 3 或 30%）或参数名，没有参数“{text}”{NearestName.NearOrAny(text, Parameters.Keys)}"
            );
        }
        else
        {
            Problems.Add(node, "number-expected", $"“{what}”应当是数字或参数名");
        }
        return NotRead();
    }

    /// <summary>Used where a number could not be read; nothing more is said about it.</summary>
    private static Constant NotRead() => new(0m, "", null);

    /// <summary>The texts of a list in a list; empty where it is none.</summary>
    internal static IReadOnlyList<string> Texts(YamlNode node) =>
        node is YamlSequenceNode list
            ? [.. list.Children.OfType<YamlScalarNode>().Select(one => one.Value ?? "")]
            : [];

    /// <summary>A decimal number; with a percent sign a hundredth of it.</summary>
    internal static bool TryNumber(string text, out decimal number)
    {
        var percent = text.EndsWith('%');
        var read = decimal.TryParse(
            percent ? text[..^1] : text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out number
        );
        if (percent)
        {
            number *= 0.01m;
        }

        return read;
    }
}
