using Assessment.Engine.Evaluation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Properties;

/// <summary>Draws the facts of subjects of one kind, from the places that the scheme has for them.</summary>
internal sealed class SubjectFacts(Scheme scheme, FactLayout layout, Random random)
{
    private static readonly string[] Raters = ["评价人甲", "评价人乙", "评价人丙"];

    // At thresholds, and close to them.
    private static readonly decimal[] Shares = [0m, 0.3m, 0.59m, 0.6m, 0.69m, 0.7m, 0.8m, 0.9m, 1m];

    private readonly HashSet<string> _ballots =
    [
        .. scheme
            .Rules.StaffClasses.Append(scheme.Rules.Areas)
            .SelectMany(sheet => sheet?.RaisingFindings ?? [])
            .Select(one => one.Item),
    ];

    /// <summary>How the values of one subject are drawn.</summary>
    private enum Manner
    {
        /// <summary>All at the same share of their range: totals fall on thresholds.</summary>
        Even,

        /// <summary>The facts of the one before: a tie.</summary>
        LikeTheOneBefore,

        /// <summary>Each at one of a few shares.</summary>
        Mixed,

        /// <summary>Anything with one decimal.</summary>
        Free,
    }

    internal IEnumerable<Fact> Of(IEnumerable<string> subjects)
    {
        List<Fact> before = [];
        foreach (var subject in subjects)
        {
            var manner = random.Pick(Enum.GetValues<Manner>());
            before =
                manner == Manner.LikeTheOneBefore && before.Count > 0
                    ? before.ConvertAll(fact => fact with { Subject = subject })
                    : [.. Drawn(subject, manner)];
            foreach (var fact in before)
            {
                yield return fact;
            }
        }
    }

    /// <summary>Facts of somebody of whom every value is the least there can be.</summary>
    internal IEnumerable<Fact> Worst() =>
        Drawn("", Manner.Even)
            .Select(fact =>
                fact with
                {
                    Value = scheme.FactKinds[fact.Item].Range?.Least ?? 1m,
                    Count = 100m,
                    Eligible = 100m,
                }
            );

    private IEnumerable<Fact> Drawn(string subject, Manner manner)
    {
        var share = random.Pick(Shares);
        // Each line has the same periods, mostly.
        var sets = scheme.Collection.Lines.Select(line => line.Sets.Count).DefaultIfEmpty().Max();
        var set = random.Next(Math.Max(1, sets));
        foreach (var (id, item) in layout.Items.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach (
                var (by, period) in Places(id, item, random.Chance(0.05) ? random.Next(3) : set)
            )
            {
                yield return Fact(
                    new(
                        subject,
                        id,
                        Averaged(id, item, Value(id, item, manner, share), manner),
                        by,
                        period
                    ),
                    manner
                );
            }
        }
    }

    private IEnumerable<(string? By, string? Period)> Places(string id, FactItem item, int set)
    {
        if (item.Group is not null)
        {
            foreach (var rater in Raters.Take(random.Chance(0.1) ? 0 : random.Pick(1, 1, 2, 3)))
            {
                yield return (rater, null);
            }

            yield break;
        }
        var line = scheme.Collection.Lines.FirstOrDefault(one => one.Id == id);
        var periods = line is { Sets.Count: > 0 } ? line.Sets[set % line.Sets.Count] : null;
        foreach (var place in item.Places)
        {
            if (periods?.Contains(place.Period!) == false && !random.Chance(0.05))
            {
                continue;
            }

            var saysWho = item.OnlySource is null || !random.Chance(0.2);
            yield return (saysWho ? place.By : null, place.Period);
        }
        // Departments that score as well and do not count.
        foreach (var department in line?.Departments ?? [])
        {
            if (
                line!.Sets.Count == 0
                && item.Places.All(place => place.By != department)
                && random.Chance(0.2)
            )
            {
                yield return (department, null);
            }
        }
    }

    private decimal Value(string id, FactItem item, Manner manner, decimal share)
    {
        var step = scheme.Facts.GetValueOrDefault(id)?.Step ?? 0.1m;
        if (item.Range is not { } range)
        {
            return manner == Manner.Even
                ? 10m
                : random.Pick(0m, 1m, 2m, 10m, 20m, 50m, random.Next(500));
        }

        if (manner == Manner.Mixed)
        {
            share = random.Pick(Shares);
        }
        else if (manner == Manner.Free)
        {
            share = random.Next(1001) / 1000m;
        }

        var value = range.Least + (share * (range.Most - range.Least));
        return Math.Clamp(decimal.Round(value / step) * step, range.Least, range.Most);
    }

    /// <summary>Now and then the mean of so many that its decimals never end.</summary>
    private FactValue Averaged(string id, FactItem item, FactValue value, Manner manner)
    {
        if (
            item.Range is not { } range
            || manner is Manner.Even or Manner.LikeTheOneBefore
            || scheme.Facts.GetValueOrDefault(id)?.Step == 1m
            || !random.Chance(0.3)
        )
        {
            return value;
        }

        var count = random.Pick(3m, 6m, 7m, 9m, 97m, 613m);
        var sum = decimal.Round(count * (decimal)value.Number, random.Pick(0, 1));
        return new MeanParts(
            Math.Clamp(sum + random.Next(-2, 3), range.Least * count, range.Most * count),
            count
        );
    }

    private Fact Fact(Fact fact, Manner manner)
    {
        if (_ballots.Contains(fact.Item))
        {
            var eligible = random.Pick(10m, 50m, 100m);
            // Exactly 80% of those who may vote are not enough.
            return fact with
            {
                Count = random.Chance(0.9)
                    ? eligible
                    : random.Pick<decimal?>(eligible * 0.8m, eligible * 0.5m, 0m, null),
                Eligible = random.Chance(0.98) ? eligible : null,
            };
        }
        return random.Chance(0.6)
            ? fact with
            {
                Count = manner == Manner.Even ? 100m : random.Pick(0m, 1m, 50m, 100m, 400m),
            }
            : fact;
    }
}
