using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>ofArea</c>: the rounded total or the rank of the area in which a person works.</summary>
internal sealed class AreaOutcomeReading(bool rank) : Expression
{
    private string Title => IsRank ? "所在居民区名次" : "所在居民区总分";

    /// <summary>Whether it is the rank, and not the total.</summary>
    internal bool IsRank { get; } = rank;

    internal override Cell Evaluate(SubjectView at)
    {
        var area = at.AreaView;
        if (!IsRank)
        {
            return area.Total.IsPresent ? area.Total : Cell.Absent;
        }

        return area.Placing.Rank is { } place ? Cell.Of(place) : Cell.Absent;
    }

    internal override bool MayBeAbsent => true;

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : Title);

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(
            Operation.AreaValue,
            IsRank ? "area.rank" : "area.total",
            Evaluate(at).Value
        );

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"没有{Title}"] : [];

    internal override IEnumerable<SubjectInput> Inputs =>
        [IsRank ? SubjectInput.AreaRank : SubjectInput.AreaTotal];

    internal override Unit UnitBy(UnitsOfValues units) =>
        IsRank ? Unit.Rank : units.Areas?.OfTotal() ?? Unit.Points;

    internal override bool Carries(string unit) => !IsRank && unit == Quantity.Points.Unit;

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;

    internal override IEnumerable<(Fact Fact, FactName Name)> Facts(SubjectView at) => [];

    internal override IEnumerable<StepBelow> StepsBelow(SubjectView at) =>
        [new(IsRank ? "area.rank" : "area.total", explanation => explanation.AreaOutcome(this))];
}
