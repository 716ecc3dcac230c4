using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>scale</c>: points × value ÷ 100.</summary>
internal sealed class Scale(Constant points, Expression percent)
    : Operator([points, percent]),
        IConstruct
{
    public static string Keyword => "scale";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression? Read(WrittenOperator written)
    {
        var points = written.State.OptionalConstant(written.Map, "points") ?? written.Points;
        var percent = written.Operand();
        written.Scope.Units.AddScaled(written.Node, percent);
        if (points is not null)
        {
            return new Scale(points, percent);
        }

        written.Report(
            written.Map.Node,
            "points-missing",
            "“scale”须在有分值的项目里使用，或写明“points”"
        );
        return null;
    }

    private static readonly Rational Percent = 100;

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = percent.Evaluate(at);
        return cell.IsPresent ? Cell.Of(points.Number * cell.Value / Percent) : cell;
    }

    internal override Fragment Write(SubjectView? at) =>
        new(
            $"{points.Write(at).Text} × {percent.Write(at).Inside(Binding.Atom)} ÷ 100",
            Binding.Product
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Ratio(Calculation.Product(CalculateParts(at)), Calculation.Number(Percent));

    internal override Unit UnitBy(UnitsOfValues units) =>
        points.UnitBy(units) is { IsKnown: true } unit ? unit : Unit.Points;

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints most) => points.MostBy(most);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints most) =>
        Undivided(percent);
}
