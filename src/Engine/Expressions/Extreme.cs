using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>What <c>min</c> and <c>max</c> have in common.</summary>
internal abstract class Extreme(IReadOnlyList<Expression> parts, bool largest)
    : StrictOperator(parts)
{
    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        largest ? Rational.Max(soFar, value) : Rational.Min(soFar, value);

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom($"{(largest ? "取大" : "取小")}({Joined(at, "，", Binding.Sum)})");

    internal override Calculation Calculate(SubjectView at) =>
        largest ? Calculation.Greatest(CalculateParts(at)) : Calculation.Least(CalculateParts(at));

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    /// <summary>Of one calculation, as far as the numbers next to it let it go.</summary>
    internal override Rational? MostBy(MostPoints points) =>
        Only?.MostBy(points) is { } most
            ? Parts.OfType<Constant>().Aggregate(most, (soFar, part) => Next(soFar, part.Number, 0))
            : null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        Only is { } only ? Undivided(only) : null;
}
