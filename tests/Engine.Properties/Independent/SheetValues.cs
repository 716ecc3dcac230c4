using Assessment.Engine.Facts;
using Fractions;
using YamlDotNet.RepresentationModel;

namespace Assessment.Engine.Properties.Independent;

/// <summary>
/// The values of one subject, read out of the scheme's file and calculated in fractions of big integers: nothing here
/// knows the engine's reader, its expressions or its numbers.
/// </summary>
/// <param name="sheet">The file's node of the sheet.</param>
/// <param name="others">What the calculation asks of other subjects.</param>
internal sealed class SheetValues(
    Township township,
    YamlNode sheet,
    Area area,
    StaffMember? person,
    IOtherSubjects others
)
{
    private readonly Dictionary<string, Figure> _known = new(StringComparer.Ordinal);
    private readonly List<Fact> _facts =
    [
        .. township.Facts.Facts.Where(fact => fact.Subject == (person?.Id ?? area.Id)),
    ];
    private readonly List<AssessmentEvent> _events =
    [
        .. township.Facts.Events.Where(one => one.Subject == (person?.Id ?? area.Id)),
    ];

    private WrittenScheme Written => township.Written;

    internal Area Area => area;

    internal StaffMember? Person => person;

    internal bool HasVeto =>
        _events.Exists(one => Written.Root.At("events").At(one.Rule).At("mark").Text() == "veto");

    internal Figure Total => Named("total");

    /// <summary>A value by its name: an item, a measure, a line, an adjustment.</summary>
    internal Figure Named(string name) =>
        _known.TryGetValue(name, out var known) ? known : _known[name] = Calculated(name);

    /// <summary>A calculation of the file.</summary>
    /// <param name="points">The points of the item that it belongs to.</param>
    internal Figure Of(YamlNode node, YamlNode? points = null)
    {
        if (node is YamlScalarNode scalar)
        {
            return IsNamed(scalar.Value!) ? Named(scalar.Value!) : Number(node);
        }

        var key = node.Entries()
            .Select(entry => entry.Key)
            .First(key =>
                key
                    is not ("by" or "period" or "figure" or "absent" or "from" or "each" or "floor")
                        and not ("through" or "otherwise" or "cap" or "values")
                        and not ("whenAllAbsent" or "decimals" or "points")
            );
        var of = node.At(key)!;
        var figure = Calculated(key, of, node, points);
        // At any other calculation the scheme may say what counts where it has no value.
        return figure.Value is null && !figure.IsMissing && node.At("absent") is not null
            ? Absent(node)
            : figure;
    }

    private Figure Calculated(string key, YamlNode of, YamlNode node, YamlNode? points) =>
        key switch
        {
            "fact" => Fact(node),
            "meanOf" => MeanOf(of.Text()!, node),
            "mean" => Mean(node, points),
            "sum" => Figure.Of(Parts(of, points), all => all.Aggregate((a, b) => a + b)),
            "product" => Figure.Of(Parts(of, points), all => all.Aggregate((a, b) => a * b)),
            "difference" => Figure.Of(Parts(of, points), all => all.Aggregate((a, b) => a - b)),
            "ratio" => Figure.Of(
                Parts(of, points),
                all => all[1].IsZero ? Figure.Absent : all[0] / all[1]
            ),
            "weighted" => Figure.Of(
                of.Elements().Select(term => Of(term.At("of")!, points)),
                all =>
                    all.Zip(of.Elements(), (value, term) => value * Number(term.At("weight")!))
                        .Aggregate((a, b) => a + b)
            ),
            "scale" => Figure.Of(
                [Of(of, points)],
                all => Number(node.At("points") ?? points!) * all[0] / 100
            ),
            "deduct" => Figure.Of(
                [Of(node.At("from")!, points), Of(of, points)],
                all => Max(Number(node.At("floor")!), all[0] - (Number(node.At("each")!) * all[1]))
            ),
            "steps" => Figure.Of([Of(of, points)], all => Step(node, all[0])),
            "rank" => Named(of.Text()!) is { Value: not null }
                ? others.RankBy(this, of.Text()!)
                : Named(of.Text()!),
            "min" => Figure.Of(Parts(of, points), all => all.Min()),
            "max" => Figure.Of(Parts(of, points), all => all.Max()),
            "firstPresent" => First(Parts(of, points)),
            "events" => Events(node),
            "line" => Line(of.Text()!),
            "attribute" => Attribute(of.Text()!) is { } known ? known : Absent(node),
            "ofArea" => others.OfArea(area.Id, of.Text()!),
            "peersMean" => others.PeersMean(this, of.Text()!) is { Value: { } mean }
                ? mean
                : Absent(node),
            "lookup" => node.At("values").At(others.Name(this, of.Text()!) ?? "") is { } value
                ? Number(value)
                : Figure.Absent,
            "sumOver" => Figure.Of(
                others.Together(this).Select(member => member.Of(of)),
                all => all.Aggregate((a, b) => a + b)
            ),
            _ => throw new NotSupportedException($"The operator {key} is not known here."),
        };

    private static Figure First(List<Figure> parts) =>
        parts.Exists(part => part.IsMissing || part.Value is not null)
            ? parts.First(part => part.IsMissing || part.Value is not null)
        : parts.Exists(part => part.IsAbsent) ? Figure.Absent
        : Figure.None;

    private static Fraction Max(Fraction a, Fraction b) => a > b ? a : b;

    private List<Figure> Parts(YamlNode list, YamlNode? points) =>
        list.Elements().Select(part => Of(part, points)).ToList();

    private Figure Calculated(string name)
    {
        if (name is "bonus" or "deduction" or "total" or "progress")
        {
            return sheet.At(name) is { } own ? Rounded(own, Of(own.At("value")!)) : Figure.None;
        }

        if (Measure(name) is { } measure)
        {
            return Rounded(measure, Of(measure.At("value")!));
        }

        if (Item(name) is not { } item)
        {
            return Line(name);
        }

        if (
            _events.Exists(one =>
                one.Item == name
                && Written.Root.At("events").At(one.Rule).At("mark").Text() == "voidsItem"
            )
        )
        {
            return Fraction.Zero;
        }

        var points = item.At("points");
        return item.At("value") is { } value ? Rounded(item, Of(value, points))
            : item.At("items") is { } children
                ? Figure.Of(
                    children.Elements().Select(child => Named(child.At("id").Text()!)),
                    all => all.Aggregate((a, b) => a + b)
                )
            : Line(name);
    }

    private static Figure Rounded(YamlNode node, Figure figure) =>
        node.At("decimals").Text() is { } decimals ? figure.Rounded(int.Parse(decimals)) : figure;

    private bool IsNamed(string name) =>
        name is "bonus" or "deduction"
        || Measure(name) is not null
        || Item(name) is not null
        || LineOf(name) is not null;

    private YamlNode? Measure(string name) =>
        sheet.At("measures").Elements().FirstOrDefault(one => one.At("id").Text() == name);

    private YamlNode? Item(string name) =>
        Items(sheet).FirstOrDefault(one => one.At("id").Text() == name);

    private static IEnumerable<YamlNode> Items(YamlNode node) =>
        node.At("items").Elements().SelectMany(one => Items(one).Prepend(one));

    private YamlNode? LineOf(string name) =>
        Written
            .Root.At("collection")
            .At("lines")
            .Elements()
            .FirstOrDefault(one => one.At("id").Text() == name);

    private Figure Line(string name)
    {
        var line = LineOf(name)!;
        var departments = (
            line.At("combine").Text() == "lead" ? line.At("leads") : line.At("departments")
        )
            .Elements()
            .Select(one => one.Text()!);
        return Figure.OfPresent(
            departments.Select(department => Year(line, department)),
            all => all.Aggregate((a, b) => a + b) / all.Count
        );
    }

    /// <summary>What a department gives for the year: the first set of periods that is whole.</summary>
    private Figure Year(YamlNode line, string department)
    {
        var only = line.At("departments").Elements().Count == 1;
        if (line.At("sets") is not { } sets)
        {
            return Score(null);
        }

        foreach (var set in sets.Elements())
        {
            var scores = set.Elements().Select(period => Score(period.Text())).ToList();
            if (scores.TrueForAll(score => score.Value is not null))
            {
                return Figure.OfPresent(scores, all => all.Aggregate((a, b) => a + b) / all.Count);
            }
        }
        return Figure.Missing;

        Figure Score(string? period) =>
            Value(line.At("id").Text()!, department, period, only) is { } fact
                ? Exactly(fact)
                : Figure.Missing;
    }

    private Fact? Value(string item, string? by, string? period, bool onlySource) =>
        _facts.Find(fact =>
            fact.Item == item
            && fact.Period == period
            && (fact.By == by || (fact.By is null && onlySource))
        );

    private Figure Fact(YamlNode node)
    {
        if (Read(node, "fact") is not { } fact)
        {
            return Absent(node);
        }

        return node.At("figure").Text() switch
        {
            "count" => fact.Count is { } count ? (Fraction)count : Absent(node),
            "eligible" => fact.Eligible is { } eligible ? (Fraction)eligible : Absent(node),
            _ => IsValid(fact) ? Exactly(fact) : Figure.Missing,
        };
    }

    /// <summary>Whether enough took part, where the panel that counts the fact asks for it.</summary>
    private bool IsValid(Fact fact) =>
        Turnout(fact.Item) is not { } over
        || (
            fact is { Count: { } count, Eligible: { } eligible }
            && (Fraction)count > Number(over) * eligible
        );

    private YamlNode? Turnout(string item) =>
        Written
            .Root.At("collection")
            .At("panels")
            .Entries()
            .Where(panel =>
                panel.Value.At("facts").Elements().Any(fact => fact.At("fact").Text() == item)
            )
            .SelectMany(panel => panel.Value.At("subjects").Elements())
            .Where(subjects => subjects.At("of").Text() == (sheet.At("id").Text() ?? "areas"))
            .Select(subjects => subjects.At("turnout").At("over"))
            .FirstOrDefault(over => over is not null);

    private Fact? Read(YamlNode node, string key)
    {
        var item = node.At(key).Text()!;
        var sources = Written.Root.At("facts").At(item).At("by");
        var only = sources.Entries().Count() == 1 ? sources.Entries().Single().Key : null;
        var by = node.At("by").Text() ?? only;
        return Value(item, by, node.At("period").Text(), by == only);
    }

    /// <summary>A mean from its parts, whatever the engine made of them.</summary>
    private static Fraction Exactly(Fact fact) =>
        fact.Value.Mean is { } mean
            ? (Fraction)mean.Sum / mean.Count
            : new(fact.Value.Number.Numerator, fact.Value.Number.Denominator);

    private Figure MeanOf(string item, YamlNode node)
    {
        var all = _facts
            .Where(fact => fact.Item == item && fact.Period is null)
            .Select(Exactly)
            .ToList();
        return all.Count == 0 ? Absent(node) : all.Aggregate((a, b) => a + b) / all.Count;
    }

    private Figure Mean(YamlNode node, YamlNode? points)
    {
        var parts = Parts(node.At("mean")!, points).ToList();
        return
            node.At("whenAllAbsent") is { } otherwise
            && parts.TrueForAll(part => part.Value is null)
            ? Number(otherwise)
            : Figure.OfPresent(parts, all => all.Aggregate((a, b) => a + b) / all.Count);
    }

    private Fraction Step(YamlNode node, Fraction figure)
    {
        foreach (var step in node.At("through").Elements())
        {
            if (figure <= Number(step.At("to")!))
            {
                return Number(step.At("value")!);
            }
        }
        return Number(node.At("otherwise")!);
    }

    private Figure Events(YamlNode node)
    {
        var sum = node.At("events")
            .Elements()
            .Select(rule => new EventSum(Written, _events).Of(rule.Text()!))
            .Aggregate(Fraction.Zero, (a, b) => a + b);
        return node.At("cap") is { } cap && sum > Number(cap) ? Number(cap) : sum;
    }

    private Figure Absent(YamlNode node) =>
        node.At("absent").Text() switch
        {
            "missing" => Figure.Missing,
            "excluded" or null => Figure.None,
            _ => Number(node.At("absent")!),
        };

    private Fraction? Attribute(string name) =>
        name switch
        {
            "households" => area.Households,
            "partyMembers" => area.PartyMembers,
            "base" => person?.Base is { } yuan ? (Fraction)yuan : null,
            "months" => person?.Months is { } months ? (Fraction)months : null,
            "leaveMonths" => person?.LeaveMonths is { } leave ? (Fraction)leave : null,
            _ => throw new NotSupportedException($"The attribute {name} is not known here."),
        };

    private Fraction Number(YamlNode node) => Written.Number(node);
}
