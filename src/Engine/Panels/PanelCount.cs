using Assessment.Engine.Facts;
using Assessment.Engine.Forms;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Panels;

/// <summary>计票: the facts of one panel and unit from its valid sheets, exact.</summary>
public static class PanelCount
{
    /// <returns>
    /// In the ordinal order of subjects. A subject that nobody marked, or of which too few marks are left, has no fact.
    /// </returns>
    public static IReadOnlyList<Fact> Count(BallotBox box)
    {
        var given = (
            from sheet in box.Valid
            from mark in sheet.Marks
            select new GivenMark(sheet.Rater, sheet.RaterClass, mark)
        ).ToLookup(one => one.Mark.Subject, StringComparer.Ordinal);
        var counted = new List<Fact>();
        foreach (var fact in box.Panel.Facts)
        {
            var ranks = fact.Counting == PanelCounting.Rank ? Ranks(given) : null;
            foreach (var marks in given.OrderBy(subject => subject.Key, StringComparer.Ordinal))
            {
                counted.AddRange(Of(fact, box, marks, ranks));
            }
        }
        return counted;
    }

    /// <summary>A mark with whose it is, as far as that is known.</summary>
    private sealed record GivenMark(string? Rater, string? Class, Mark Mark)
    {
        internal decimal Score => Mark.Score!.Value;
    }

    private static IEnumerable<Fact> Of(
        PanelFact fact,
        BallotBox box,
        IGrouping<string, GivenMark> marks,
        Dictionary<string, int>? ranks
    )
    {
        if (fact.Counting == PanelCounting.Each)
        {
            foreach (var one in marks)
            {
                yield return new(marks.Key, fact.Item, one.Score, By: one.Rater);
            }

            yield break;
        }

        FactValue? value = fact.Counting switch
        {
            PanelCounting.Mean => Mean([.. marks.Select(one => one.Score)], drop: 0),
            PanelCounting.TrimmedMean => Mean([.. marks.Select(one => one.Score)], fact.Drop),
            PanelCounting.WeightedMean => WeightedMean(box.Panel, marks),
            PanelCounting.Median => Median([.. marks.Select(one => one.Score)]),
            PanelCounting.Option => marks.Count(one =>
                string.Equals(one.Mark.Option, fact.Option, StringComparison.Ordinal)
            ),
            _ => ranks![marks.Key],
        };
        if (value is { } counted)
        {
            yield return new(
                marks.Key,
                fact.Item,
                counted,
                Count: marks.Count(),
                Eligible: box.Roll.Entitled
            );
        }
    }

    /// <returns>Null where nothing is left.</returns>
    private static FactValue? Mean(decimal[] scores, int drop)
    {
        Array.Sort(scores);
        var left = scores.AsSpan()[Math.Min(drop, scores.Length)..];
        left = left[..Math.Max(0, left.Length - drop)];
        var sum = 0m;
        foreach (var score in left)
        {
            sum += score;
        }

        return left.IsEmpty ? default(FactValue?) : new MeanParts(sum, left.Length);
    }

    /// <returns>Null where a class that has a weight gave no mark.</returns>
    private static FactValue? WeightedMean(Panel panel, IEnumerable<GivenMark> marks)
    {
        var byClass = marks.ToLookup(one => one.Class, StringComparer.Ordinal);
        Rational sum = default;
        foreach (var one in panel.Raters.Classes)
        {
            if (Mean([.. byClass[one.Id].Select(mark => mark.Score)], drop: 0) is not { } mean)
            {
                return null;
            }

            sum += one.Weight!.Value * mean.Number;
        }
        return sum;
    }

    private static FactValue Median(decimal[] scores)
    {
        Array.Sort(scores);
        var middle = scores.Length / 2;
        return scores.Length % 2 == 1
            ? scores[middle]
            : new MeanParts(scores[middle - 1] + scores[middle], 2m);
    }

    /// <summary>The less the mean of the ranks somebody was given, the better.</summary>
    private static Dictionary<string, int> Ranks(ILookup<string, GivenMark> given)
    {
        var means = given.ToDictionary(
            subject => subject.Key,
            subject => Mean([.. subject.Select(one => one.Score)], drop: 0)!.Value.Number,
            StringComparer.Ordinal
        );
        return means.ToDictionary(
            subject => subject.Key,
            subject => 1 + means.Values.Count(other => other < subject.Value),
            StringComparer.Ordinal
        );
    }
}
