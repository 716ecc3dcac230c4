using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Properties;

/// <summary>
/// Moves all scores of one subject up or down together until the total is exactly what a grade asks for at least, or
/// what is enough for a tier; where it cannot be reached, near it.
/// </summary>
internal static class ThresholdTuning
{
    private const int Tries = 6;
    private static readonly string[] UnitsOfScores = ["分", "%"];

    internal static FactSet Tuned(Scheme scheme, FactSet facts, Random random)
    {
        var totals = Totals(scheme, facts);
        if (totals.Count == 0)
        {
            return facts;
        }

        var subject = random.Pick(totals.Keys.Order(StringComparer.Ordinal).ToList());
        var rules = totals[subject].Sheet;
        var thresholds = rules
            .Grades.Select(grade => grade.AtLeast?.Value)
            .Concat(rules.Tiers.Select(tier => tier.OrAbove?.Value))
            .OfType<decimal>()
            .ToList();
        if (thresholds.Count == 0)
        {
            return facts;
        }

        var threshold = random.Pick(thresholds);
        var (share, other) = (0.5m, 0.75m);
        var total = TotalAt(other);
        for (var i = 0; i < Tries; i++)
        {
            if (TotalAt(share) is not { } now || now == threshold || total is null || total == now)
            {
                break;
            }
            // Totals go up evenly with the scores, but for ranks.
            var next = share + ((threshold - now) * (other - share) / (total.Value - now));
            (other, total) = (share, now);
            share = decimal.Round(Math.Clamp(next, 0m, 1m), 8);
        }
        return At(share);

        FactSet At(decimal at) =>
            facts with
            {
                Facts =
                [
                    .. facts.Facts.Select(fact =>
                        fact.Subject == subject && RangeOf(scheme, fact) is { } range
                            ? fact with
                            {
                                Value = range.Least + (at * (range.Most - range.Least)),
                            }
                            : fact
                    ),
                ],
            };
        decimal? TotalAt(decimal at) => Totals(scheme, At(at)).GetValueOrDefault(subject).Total;
    }

    private static PointRange? RangeOf(Scheme scheme, Fact fact) =>
        !scheme.Facts.TryGetValue(fact.Item, out var declared)
        || UnitsOfScores.Contains(declared.Unit)
            ? scheme.FactKinds[fact.Item].Range
            : null;

    private static Dictionary<string, (decimal? Total, ScoreSheet Sheet)> Totals(
        Scheme scheme,
        FactSet facts
    )
    {
        var result = Evaluator.Evaluate(scheme, facts);
        return result
            .Areas.Where(area => area.Total is not null)
            .Select(area => (area.Id, area.Total, scheme.Rules.Areas!))
            .Concat(
                result
                    .Staff.Where(person => person.Total is not null)
                    .Select(person =>
                        (
                            person.Id,
                            person.Total,
                            scheme.Rules.StaffClasses.Single(sheet => sheet.Id == person.Class)
                        )
                    )
            )
            .ToDictionary(one => one.Id, one => (one.Total, one.Item3), StringComparer.Ordinal);
    }
}
