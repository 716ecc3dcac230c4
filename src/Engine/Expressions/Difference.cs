using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>difference</c>: the first less all the others.</summary>
internal sealed class Difference(IReadOnlyList<Expression> parts)
    : StrictOperator(parts),
        IConstruct
{
    public static string Keyword => "difference";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written) =>
        new Difference(written.LikeOperands());

    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        soFar - value;

    internal override Fragment Write(SubjectView? at) =>
        new(
            string.Join(
                " − ",
                Parts.Select(
                    (part, i) => part.Write(at).Inside(i == 0 ? Binding.Sum : Binding.Product)
                )
            ),
            Binding.Sum
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Difference(CalculateParts(at));

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => Parts[0].MostBy(points);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        Undivided(Parts[0]);
}
