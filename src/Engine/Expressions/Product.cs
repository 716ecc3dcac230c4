using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>product</c>.</summary>
internal sealed class Product(IReadOnlyList<Expression> parts) : StrictOperator(parts), IConstruct
{
    public static string Keyword => "product";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    /// <summary>What each of the factors is, the product as a whole has to say.</summary>
    public static Expression Read(WrittenOperator written) =>
        new Product(
            LookupQuantities.InProduct(
                written.Reader.As(Quantity.Number, written.Operands),
                written.Reader.Quantity
            )
        );

    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        soFar * value;

    internal override Fragment Write(SubjectView? at) =>
        new(Joined(at, " × ", Binding.Product), Binding.Product);

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Product(CalculateParts(at));

    internal override Unit UnitBy(UnitsOfValues units) =>
        Unit.Product([.. Parts.Select(part => part.UnitBy(units))]);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) =>
        Parts.Aggregate((Rational?)Rational.One, (product, part) => product * part.MostBy(points));

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        Only is { } only ? Undivided(only) : null;
}
