using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>deduct</c>: an amount less so much for each, not below the floor.</summary>
internal sealed class Deduct(Expression from, Expression count, Constant each, Constant floor)
    : Operator([from, count, each, floor]),
        IConstruct
{
    public static string Keyword => "deduct";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written)
    {
        var map = written.Map;
        var start = map.Require("from") is { } from
            ? written.Reader.Read(from, written.Points)
            : ExpressionReader.Nothing();
        var count = LookupQuantities.OnlyNumber(written.Operand());
        var each = written.State.Constant(map, "each");
        var floor = written.State.Constant(map, "floor");
        written.Scope.Units.AddComparedTo(
            start,
            [new(map.Take("each") ?? map.Node, each), new(map.Take("floor") ?? map.Node, floor)]
        );
        return new Deduct(start, count, each, floor);
    }

    internal override Cell Evaluate(SubjectView at)
    {
        var start = from.Evaluate(at);
        var times = count.Evaluate(at);
        if (!times.IsPresent)
        {
            return start.IsPresent ? times : Cell.Without(start.State, times.State);
        }

        return start.IsPresent
            ? Cell.Of(Rational.Max(floor.Number, start.Value - (each.Number * times.Value)))
            : start;
    }

    internal override Fragment Write(SubjectView? at)
    {
        var text =
            $"{from.Write(at).Text} − {each.Write(at).Text} × {count.Write(at).Inside(Binding.Product)}";
        if (at is null)
        {
            return new($"{text}（不低于 {floor.Text}）", Binding.Sum);
        }

        var reachedFloor =
            Evaluate(at.Value) is { IsPresent: true } cell && cell.Value == floor.Number;
        return new(reachedFloor ? $"{text}（不低于 {floor.Text}）" : text, Binding.Sum);
    }

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Greatest(
            floor.Calculate(at),
            Calculation.Difference(
                from.Calculate(at),
                Calculation.Product(each.Calculate(at), count.Calculate(at))
            )
        );

    internal override Unit UnitBy(UnitsOfValues units) => Parts[0].UnitBy(units);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
