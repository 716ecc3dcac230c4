using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>sum</c>.</summary>
internal sealed class Sum(IReadOnlyList<Expression> parts) : StrictOperator(parts), IConstruct
{
    public static string Keyword => "sum";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written) => new Sum(written.LikeOperands());

    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        soFar + value;

    internal override Fragment Write(SubjectView? at) =>
        new(Joined(at, " + ", Binding.Sum), Binding.Sum);

    internal override Calculation Calculate(SubjectView at) => Calculation.Sum(CalculateParts(at));

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) =>
        Parts.Aggregate((Rational?)Rational.Zero, (sum, part) => sum + part.MostBy(points));

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        MostBy(points) is null ? null : Parts.Select(part => (part.MostBy(points)!.Value, part));
}
