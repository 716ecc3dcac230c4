using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>
/// A department's score of a year out of its periods: the mean over the first set of periods (四季、两个半年、全年) that is
/// complete. Without a complete set the score is missing.
/// </summary>
internal sealed class PeriodSets(IReadOnlyList<IReadOnlyList<FactReading>> sets)
    : Operator([.. sets.SelectMany(set => set)])
{
    internal override Cell Evaluate(SubjectView at)
    {
        if (Complete(at) is not { } set)
        {
            return Cell.Missing;
        }

        Rational sum = default;
        foreach (var reading in set)
        {
            sum += reading.Evaluate(at).Value;
        }

        return Cell.Of(sum / set.Count);
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom(
                string.Join("；没有时 ", sets.Select(set => Written(set, null).Text))
            );
        }

        return Complete(view) is { } complete
            ? Written(complete, at)
            : Fragment.Atom(NumberFormat.Value(Cell.Missing));
    }

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Mean(Complete(at)!.Select(reading => reading.Calculate(at)));

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Complete(at) is null ? Nearest(at).SelectMany(reading => reading.Obstacles(at, state)) : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Complete(at) is null ? Nearest(at).SelectMany(reading => reading.MissingFacts(at)) : [];

    /// <summary>The most complete set: what it lacks is what has to be reported.</summary>
    private IReadOnlyList<FactReading> Nearest(SubjectView at) =>
        sets.MaxBy(set => set.Count(reading => reading.Evaluate(at).IsPresent))!;

    private static Fragment Written(IReadOnlyList<FactReading> set, SubjectView? at)
    {
        var parts = set.Select(reading => reading.Write(at).Text).ToList();
        return parts.Count == 1
            ? Fragment.Atom(parts[0])
            : new($"({string.Join(" + ", parts)}) ÷ {parts.Count}", Binding.Product);
    }

    private IReadOnlyList<FactReading>? Complete(SubjectView at)
    {
        foreach (var set in sets)
        {
            var complete = true;
            for (var i = 0; complete && i < set.Count; i++)
            {
                complete = set[i].Evaluate(at).IsPresent;
            }

            if (complete)
            {
                return set;
            }
        }
        return null;
    }

    internal override Unit UnitBy(UnitsOfValues units) => Unit.Points;

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
