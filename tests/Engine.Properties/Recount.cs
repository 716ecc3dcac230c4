using System.Globalization;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;
using Assessment.Engine.Results;
using Fractions;

namespace Assessment.Engine.Properties;

/// <summary>
/// Goes through an explanation and carries out each step's calculation again. Each leaf must be what it says it is: a
/// number or a parameter of the scheme's file, a figure of a fact, the value of a step below, something that the area or
/// person is, or what the explanations of the others say.
/// </summary>
internal sealed class Recount(Township township, EvaluationResult result)
{
    /// <summary>Numbers that rules are about without writing them: nothing, all of it, a percentage's 100, a fen.</summary>
    private static readonly Fraction[] Unwritten = [0, 1, 100, new(1, 100)];

    private readonly HashSet<Fraction> _numbers =
    [
        .. Unwritten,
        .. township.Written.Numbers.Select(Fraction.FromDecimal),
    ];
    private readonly Dictionary<string, Area> _areas = township.Facts.Areas.ToDictionary(
        area => area.Id,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, StaffMember> _staff = township.Facts.Staff.ToDictionary(
        person => person.Id,
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, AssessmentEvent> _events =
        township.Facts.Events.ToDictionary(happened => happened.Id, StringComparer.Ordinal);
    private readonly HashSet<(string, string, Rational, decimal?, decimal?)> _facts =
    [
        .. township.Facts.Facts.Select(fact =>
            (
                fact.Subject,
                Key(fact.Item, fact.By, fact.Period),
                fact.Value.Number,
                fact.Count,
                fact.Eligible
            )
        ),
    ];

    private readonly Dictionary<string, List<Calculation>> _fundSums = [];

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <summary>A tree, or a part of it.</summary>
    /// <param name="subject">Whom it is about.</param>
    internal void Look(ExplanationNode tree, string subject)
    {
        _shown.Clear();
        _shown.UnionWith(tree.All().Select(node => node.Id));
        LookAt(tree, subject);
    }

    private void LookAt(ExplanationNode node, string subject)
    {
        foreach (var child in node.Children)
        {
            LookAt(child, subject);
        }

        foreach (var fact in node.Facts)
        {
            LookAtFact(fact, node);
        }

        if (node.Calculation is { } calculation)
        {
            Holds(Recalculated(calculation, node, subject) == Exact(node), node);
        }
        else if (node.Value is decimal value)
        {
            LookAtUncalculated(node, value, subject);
        }
    }

    private Fraction Recalculated(Calculation calculation, ExplanationNode node, string subject)
    {
        Fraction[] of = [.. calculation.Of.Select(part => Recalculated(part, node, subject))];
        var value = Exact(calculation.Value);
        var expected = calculation.Operation switch
        {
            Operation.Number => _numbers.Contains(value) ? value : null,
            Operation.Parameter => Parameter(calculation.Source!),
            Operation.Fact => Figure(calculation.Source!, node),
            Operation.Attribute => Attribute(calculation.Source!, subject),
            Operation.NamedValue or Operation.AreaValue or Operation.Event => Exact(
                node.Children.Single(child => child.Id == calculation.Source)
            ),
            Operation.PeersMean => PeersMean(calculation.Source!, subject),
            Operation.Rank => Rank(calculation.Source!, node, subject),
            Operation.Void => IsVoided(node.Id, subject, calculation.Source!)
                ? Fraction.Zero
                : null,
            Operation.FundSum => FundSum(calculation, subject),
            Operation.Sum => of.Aggregate((sum, each) => sum + each),
            Operation.Product => of.Aggregate((product, each) => product * each),
            Operation.Difference => of.Aggregate((rest, each) => rest - each),
            Operation.Ratio => of[0] / of[1],
            Operation.Mean => of.Aggregate((sum, each) => sum + each) / of.Length,
            Operation.Median => Median(of),
            Operation.Least => of.Min(),
            Operation.Greatest => of.Max(),
            Operation.Round => Rounded(of[0], calculation, MidpointRounding.AwayFromZero),
            Operation.Cut => Rounded(of[0], calculation, MidpointRounding.ToZero),
            Operation.Steps => Step(of),
            Operation.Below => of[0] < of[1] ? of[0] : null,
            _ => (Fraction?)null,
        };
        Assert.True(
            value == expected,
            $"{node.Id}: {calculation.Operation} {calculation.Source} is {value}, not {expected} ({node.Rule})"
        );
        return value;
    }

    private static void Holds(bool holds, ExplanationNode node) =>
        Assert.True(holds, $"{node.Id}: {node.Arithmetic} ({node.Rule}), value {node.Value}");

    /// <summary>What has a number and is not calculated: a parameter, an area's result, an event without points, a table's cell.</summary>
    private void LookAtUncalculated(ExplanationNode node, decimal value, string subject)
    {
        if (node.Arithmetic.Length == 0)
        {
            Holds(Parameter(node.Id) == Exact(node) / (node.Unit == "%" ? 100 : 1), node);
        }
        else if (node.Id is "area.rank" or "area.total")
        {
            var area = result.Areas.Single(one => one.Id == _staff[subject].Area);
            Holds(value == (node.Id == "area.rank" ? area.Rank : area.Total), node);
        }
        else if (_events.ContainsKey(node.Id))
        {
            // Of an event that does not count, or gives no points, the reason is said.
            Holds(value == 0m, node);
        }
        else
        {
            Holds(node.Id == subject && township.Written.Numbers.Contains(value), node);
        }
    }

    private void LookAtFact(ExplanationFact fact, ExplanationNode node)
    {
        var isFact = _facts.Contains(
            (
                fact.Subject,
                Key(fact.Item, fact.By, fact.Period),
                Read(fact),
                fact.Count,
                fact.Eligible
            )
        );
        var isEvent =
            _events.TryGetValue(node.Id, out var happened)
            && happened.Subject == fact.Subject
            && happened.Rule == fact.Item
            && happened.Level == fact.By
            && happened.Count == fact.Count;
        Holds(isFact || isEvent, node);
    }

    /// <summary>As the file has it; explained in the tree by itself.</summary>
    private Fraction? Parameter(string id) =>
        _shown.Contains(id) ? Fraction.FromDecimal(township.Written.Parameter(id)) : null;

    /// <summary>A figure of a fact of the step, or of the event that the step is about.</summary>
    private Fraction? Figure(string source, ExplanationNode node)
    {
        if (_events.TryGetValue(node.Id, out var happened))
        {
            return Number(
                source switch
                {
                    "#count" => happened.Count,
                    "#points" => happened.Points ?? 0m,
                    _ => happened.Waiver,
                }
            );
        }

        var (key, figure) = source.Split('#') is [var before, var after]
            ? (before, after)
            : (source, "value");
        var fact = node.Facts.Single(one => Key(one.Item, one.By, one.Period) == key);
        return figure switch
        {
            "count" => Number(fact.Count),
            "eligible" => Number(fact.Eligible),
            _ => fact.Exact is { } exact ? Parsed(exact) : Number(fact.Value),
        };
    }

    private Fraction? Attribute(string name, string subject)
    {
        var person = _staff.GetValueOrDefault(subject);
        var area = _areas[person?.Area ?? subject];
        return Number(
            name switch
            {
                "households" => area.Households,
                "partyMembers" => area.PartyMembers,
                "base" => person?.Base,
                "months" => person?.Months,
                "leaveMonths" => person?.LeaveMonths,
                _ => (
                    area.Attributes.GetValueOrDefault(name)
                    ?? person?.Attributes.GetValueOrDefault(name)
                )?.Number,
            }
        );
    }

    /// <summary>An event of this subject, or of the area, makes the item count 0.</summary>
    private bool IsVoided(string item, string subject, string id) =>
        _events[id] is var happened
        && happened.Item == item
        && (
            happened.Subject == subject
            || happened.Subject == _staff.GetValueOrDefault(subject)?.Area
        );

    /// <summary>The mean over those of the same class and area who have such a step.</summary>
    private Fraction PeersMean(string step, string subject)
    {
        var own = result.Staff.Single(one => one.Id == subject);
        Fraction[] values =
        [
            .. result
                .Staff.Where(one => one.Class == own.Class)
                .Where(one => _staff[one.Id].Area == _staff[subject].Area)
                .Select(one => Step(one.Id, step))
                .OfType<Fraction>(),
        ];
        return values.Aggregate((sum, each) => sum + each) / values.Length;
    }

    /// <summary>Among the areas, or among all of the person's class.</summary>
    private Fraction Rank(string step, ExplanationNode node, string subject)
    {
        var own = Exact(node.Children.Single(child => child.Id == step));
        var ownClass = result.Staff.FirstOrDefault(one => one.Id == subject)?.Class;
        var others = ownClass is null
            ? result.Areas.Select(area => area.Id)
            : result.Staff.Where(one => one.Class == ownClass).Select(one => one.Id);
        return 1 + others.Select(other => Step(other, step)).Count(value => value > own);
    }

    /// <summary>Each of those who share the fund says in the same place what his or her part is.</summary>
    private Fraction FundSum(Calculation sum, string subject)
    {
        var line = result.Payouts.Lines.Single(one => one.Person == subject);
        var place = FundSums(subject)
            .FindIndex(one => one.Value == sum.Value && one.Of[0].Value == sum.Of[0].Value);
        return result
            .Payouts.Lines.Where(one => one.Area == line.Area && one.Role == line.Role)
            .Select(one => Exact(FundSums(one.Person)[place].Of[0].Value))
            .Aggregate((together, each) => together + each);
    }

    private List<Calculation> FundSums(string person) =>
        _fundSums.TryGetValue(person, out var known)
            ? known
            : _fundSums[person] = [
                .. result
                    .ExplainPayout(person)
                    .All()
                    .Select(node => node.Calculation)
                    .OfType<Calculation>()
                    .SelectMany(Parts)
                    .Where(part => part.Operation == Operation.FundSum),
            ];

    private static IEnumerable<Calculation> Parts(Calculation calculation) =>
        calculation.Of.SelectMany(Parts).Prepend(calculation);

    /// <summary>The value of somebody's step; null where there is none.</summary>
    private Fraction? Step(string subject, string id) =>
        result.Explain(subject).All().FirstOrDefault(one => one.Id == id) is { Value: decimal } step
            ? Exact(step)
            : null;

    /// <summary>What is given for the figure: limit and value by turns, then the value beyond all limits.</summary>
    private static Fraction Step(Fraction[] of)
    {
        for (var i = 1; i + 1 < of.Length; i += 2)
        {
            if (of[0] <= of[i])
            {
                return of[i + 1];
            }
        }
        return of[^1];
    }

    private static Fraction Median(Fraction[] of)
    {
        Fraction[] ordered = [.. of.Order()];
        var upper = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[upper] : (ordered[upper - 1] + ordered[upper]) / 2;
    }

    private static Fraction Rounded(Fraction value, Calculation how, MidpointRounding rounding) =>
        Fraction.Round(value, how.Decimals!.Value, rounding);

    private static Fraction Exact(ExplanationNode node) =>
        node.Exact is { } exact ? Parsed(exact) : Fraction.FromDecimal((decimal)node.Value!);

    private static Fraction Exact(Rational value) => Parsed(value.ToString());

    private static Fraction Parsed(string number) =>
        Fraction.FromString(number, CultureInfo.InvariantCulture);

    private static Fraction? Number(decimal? number) =>
        number is { } known ? Fraction.FromDecimal(known) : null;

    private static Rational Read(ExplanationFact fact) =>
        fact.Exact is { } exact && Rational.TryParse(exact, out var number) ? number : fact.Value;

    private static string Key(string item, string? by, string? period) =>
        string.Join('.', new[] { item, by, period }.Where(part => part is not null));
}
