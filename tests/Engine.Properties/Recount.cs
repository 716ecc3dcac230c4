using System.Text.RegularExpressions;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Results;

namespace Assessment.Engine.Properties;

/// <summary>
/// Goes through an explanation and calculates each step again from what it contains. Each number in a step's arithmetic
/// must be the value of a step below, a fact's figure, what the area or person is, or a number of the scheme; in its
/// place goes what it represents, with all its decimals.
/// </summary>
internal sealed partial class Recount(Township township, EvaluationResult result)
{
    // Numbers are shown with 4 decimals, and with more where the line would contradict itself.
    private static readonly int[] DecimalsShown = [4, 6, 8, 10, 12, 14, 16, 18];
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
    private readonly HashSet<(
        string,
        string,
        string?,
        string?,
        decimal,
        decimal?,
        decimal?
    )> _facts =
    [
        .. township.Facts.Facts.Select(fact =>
            (
                fact.Subject,
                fact.Item,
                fact.By,
                fact.Period,
                fact.Value.Number.ToDecimal(),
                fact.Count,
                fact.Eligible
            )
        ),
    ];

    /// <summary>A step with everything below it.</summary>
    /// <param name="subject">Whom it is about.</param>
    internal void Look(ExplanationNode node, string subject)
    {
        foreach (var child in node.Children)
        {
            Look(child, subject);
        }

        foreach (var fact in node.Facts)
        {
            LookAtFact(fact, node);
        }

        if (node.Value is decimal value)
        {
            LookAtValue(node, value, subject);
        }
    }

    /// <summary>What remains where a requirement is not met: both sides, and that the one is less than the other.</summary>
    internal void LookAtUnmet(ExplanationNode node, string subject)
    {
        var sides = node.Arithmetic.Split(" < ");
        var left = Calculated(node, Relation().Split(sides[0])[0], subject);
        var right = Calculated(node, Relation().Split(sides[1])[0], subject);
        Holds(left.Contains((decimal)node.Value!) && left.Least < right.Most, node);
    }

    /// <summary>The value of a piece of arithmetic from the numbers that the step and its neighbours know.</summary>
    internal Interval Calculated(
        ExplanationNode node,
        string written,
        string subject,
        IEnumerable<decimal>? alsoKnown = null
    )
    {
        decimal[] known = [.. Known(node), .. What(subject), .. alsoKnown ?? []];
        return new WrittenArithmetic(
            written,
            shown => MeaningOf(shown, known, node),
            (what, shown) => PeersMean(what, shown, subject, node)
        ).Value();
    }

    internal static void Holds(bool holds, ExplanationNode node) =>
        Assert.True(holds, $"{node.Id}: {node.Arithmetic} ({node.Rule}), value {node.Value}");

    /// <summary>To how many decimals the rule says that its result is rounded; null where it is not.</summary>
    private static int? Decimals(ExplanationNode node) =>
        RoundingNote().Match(node.Rule) is { Success: true } note
            ? int.Parse(note.Groups["decimals"].Value)
            : null;

    private void LookAtValue(ExplanationNode node, decimal value, string subject)
    {
        var arithmetic = node.Arithmetic;
        if (arithmetic.Length == 0)
        {
            LookAtParameter(node, value);
        }
        else if (node.Id is "area.rank" or "area.total")
        {
            LookAtArea(node, value, subject);
        }
        else if (StepText().Match(arithmetic) is { Success: true } step)
        {
            LookAtStep(node, value, step, subject);
        }
        else if (VoidText().Match(arithmetic) is { Success: true } voided)
        {
            Holds(value == 0m && IsVoided(node.Id, subject, voided.Groups["title"].Value), node);
        }
        else if (_events.ContainsKey(node.Id) && !StartsWithNumber().IsMatch(arithmetic))
        {
            // Of an event that does not count, or gives no points, the reason is said.
            Holds(value == 0m, node);
        }
        else if (arithmetic.EndsWith("，计 0"))
        {
            Holds(value == 0m && node.Children.All(child => !_events.ContainsKey(child.Id)), node);
        }
        else
        {
            LookAtArithmetic(node, value, subject);
        }
    }

    /// <summary>An event of this subject, or of the area, makes the item count 0, under a rule of this title.</summary>
    private bool IsVoided(string item, string subject, string title) =>
        _events.Values.Any(happened =>
            (
                happened.Subject == subject
                || happened.Subject == _staff.GetValueOrDefault(subject)?.Area
            )
            && happened.Item == item
            && township.Scheme.Rules.Events[happened.Rule].Title == title
        );

    private void LookAtArithmetic(ExplanationNode node, decimal value, string subject)
    {
        var sides = Relation().Split(RaisedTo().Replace(node.Arithmetic, ""));
        var calculated = Calculated(node, sides[0], subject);
        foreach (var side in sides.Skip(1))
        {
            Holds(
                calculated.Contains(
                    WrittenArithmetic.Parsed(side),
                    exact => HalfUp(exact, WrittenArithmetic.Parsed(side).Scale)
                ),
                node
            );
        }

        if (Decimals(node) is { } decimals)
        {
            Holds(calculated.Contains(value, exact => HalfUp(exact, decimals)), node);
        }
        else
        {
            Holds(calculated.Contains(value), node);
        }
    }

    private void LookAtParameter(ExplanationNode node, decimal value)
    {
        var written = township.Written.Root.At("parameters").At(node.Id);
        var number = written is null ? (decimal?)null : township.Written.Parameter(node.Id);
        Holds(number == (node.Unit == "%" ? value / 100m : value), node);
    }

    private void LookAtArea(ExplanationNode node, decimal value, string subject)
    {
        var area = result.Areas.Single(one => one.Id == _staff[subject].Area);
        Holds(value == (node.Id == "area.rank" ? area.Rank : area.Total), node);
    }

    /// <summary>A rank among the areas, and what the rule gives for it.</summary>
    private void LookAtStep(ExplanationNode node, decimal value, Match step, string subject)
    {
        var ranked = node.Children.Single(child => child.Title == step.Groups["what"].Value);
        Holds(HalfUp((decimal)ranked.Value!, 4) == Number("shown"), node);
        var others = result
            .Areas.Where(area => area.Id != subject)
            .Select(area => result.Explain(area.Id).All().First(one => one.Id == ranked.Id).Value)
            .OfType<decimal>();
        var rank = 1 + others.Count(other => other > (decimal)ranked.Value!);
        Holds(rank == Number("rank"), node);
        var steps = RuleStep()
            .Matches(node.Rule)
            .Select(one =>
                (
                    To: WrittenArithmetic.Parsed(one.Groups["to"].Value),
                    Gives: one.Groups["gives"].Value
                )
            );
        var given = steps.Where(one => rank <= one.To).Select(one => one.Gives).FirstOrDefault();
        given ??= RuleRest().Match(node.Rule).Groups["gives"].Value;
        Holds(value == WrittenArithmetic.Parsed(given) && value == Number("gives"), node);

        decimal Number(string group) => WrittenArithmetic.Parsed(step.Groups[group].Value);
    }

    private void LookAtFact(ExplanationFact fact, ExplanationNode node)
    {
        var isFact = _facts.Contains(
            (fact.Subject, fact.Item, fact.By, fact.Period, fact.Value, fact.Count, fact.Eligible)
        );
        var isEvent =
            _events.TryGetValue(node.Id, out var happened)
            && happened.Subject == fact.Subject
            && happened.Rule == fact.Item
            && happened.Level == fact.By
            && happened.Count == fact.Count;
        Holds(isFact || isEvent, node);
    }

    /// <summary>The mean over those of the same class and area who have such a step.</summary>
    private Interval PeersMean(string what, decimal shown, string subject, ExplanationNode node)
    {
        var own = result.Staff.Single(one => one.Id == subject);
        var values = result
            .Staff.Where(one => one.Class == own.Class)
            .Where(one => _staff[one.Id].Area == _staff[subject].Area)
            .Select(one =>
                result.Explain(one.Id).All().FirstOrDefault(step => step.Title == what)?.Value
            )
            .OfType<decimal>()
            .ToList();
        var mean = values.Average();
        Holds(DecimalsShown.Any(decimals => HalfUp(mean, decimals) == shown), node);
        return Interval.Exactly(mean);
    }

    private Interval MeaningOf(decimal shown, decimal[] known, ExplanationNode node)
    {
        var meant = known
            .Where(value => DecimalsShown.Any(decimals => HalfUp(value, decimals) == shown))
            .ToList();
        if (township.Written.Numbers.Contains(shown))
        {
            meant.Add(shown);
        }

        return meant.Count > 0
            ? Interval.Around(meant)
            : throw new FormatException($"{node.Id}: {shown} in {node.Arithmetic} means nothing");
    }

    /// <summary>The numbers below a step.</summary>
    private IEnumerable<decimal> Known(ExplanationNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Value is decimal value)
            {
                yield return child.Unit == "%" && child.Arithmetic.Length == 0
                    ? value / 100m
                    : value;
            }
        }
        foreach (var fact in node.Facts)
        {
            yield return fact.Value;
            if (fact.Count is { } count)
            {
                yield return count;
            }

            if (fact.Eligible is { } eligible)
            {
                yield return eligible;
            }
        }
        if (_events.TryGetValue(node.Id, out var happened))
        {
            foreach (var figure in new[] { happened.Points, happened.Waiver })
            {
                if (figure is { } number)
                {
                    yield return number;
                }
            }
        }
    }

    /// <summary>What an area or a person is; of a person also what the colleagues are, with whom a fund is shared.</summary>
    private IEnumerable<decimal> What(string subject)
    {
        var area = _areas[_staff.TryGetValue(subject, out var person) ? person.Area : subject];
        decimal?[] attributes = [area.Households, area.PartyMembers];
        if (person is not null)
        {
            attributes =
            [
                .. attributes,
                .. township
                    .Facts.Staff.Where(one => one.Area == area.Id)
                    .SelectMany(one => new[] { one.Base, one.Months, one.LeaveMonths }),
            ];
        }

        return attributes.OfType<decimal>();
    }

    internal static decimal HalfUp(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    [GeneratedRegex(" [=≈] ")]
    internal static partial Regex Relation();

    [GeneratedRegex(@"（保留 (?<decimals>\d) 位小数）$")]
    private static partial Regex RoundingNote();

    [GeneratedRegex(@"^(?<what>.+) (?<shown>-?[\d.]+) 排第 (?<rank>\d+) 名 → (?<gives>-?[\d.]+)$")]
    private static partial Regex StepText();

    [GeneratedRegex(@"(?<to>\d+) 名得 (?<gives>[\d.]+)")]
    private static partial Regex RuleStep();

    [GeneratedRegex(@"其余得 (?<gives>[\d.]+)")]
    private static partial Regex RuleRest();

    [GeneratedRegex(@"^(?<title>[^（]+)（.+）→ 0$")]
    private static partial Regex VoidText();

    [GeneratedRegex(@"^(提高到\S+ )?-?\d")]
    private static partial Regex StartsWithNumber();

    [GeneratedRegex(@"^提高到\S+ ")]
    private static partial Regex RaisedTo();
}
