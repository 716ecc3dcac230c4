using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>ratio</c>: without a value where the divisor is 0.</summary>
internal sealed class Ratio(Expression dividend, Expression divisor)
    : Operator([dividend, divisor]),
        IConstruct
{
    public static string Keyword => "ratio";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression? Read(WrittenOperator written)
    {
        var parts = written.Operands();
        if (parts.Count == 2)
        {
            return new Ratio(parts[0], LookupQuantities.OnlyNumber(parts[1]));
        }

        written.Report(written.Node, "two-parts-expected", "“ratio”应当恰好有两项：被除数、除数");
        return null;
    }

    internal override Cell Evaluate(SubjectView at)
    {
        var upper = dividend.Evaluate(at);
        var lower = divisor.Evaluate(at);
        if (!lower.IsPresent)
        {
            return upper.IsPresent ? lower : Cell.Without(upper.State, lower.State);
        }

        if (!upper.IsPresent)
        {
            return upper;
        }

        return lower.Value.IsZero ? Cell.Absent : Cell.Of(upper.Value / lower.Value);
    }

    internal override bool MayBeAbsent =>
        divisor is not Constant { Number.IsZero: false } || base.MayBeAbsent;

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        IsDividedByZero(at, state)
            ? base.Absences(at, state).Append(new(null, $"{divisor.Write(null).Text}为 0"))
            : base.Absences(at, state);

    internal override Fragment Write(SubjectView? at) =>
        new(
            $"{dividend.Write(at).Inside(Binding.Product)} ÷ {divisor.Write(at).Inside(Binding.Atom)}",
            Binding.Product
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Ratio(dividend.Calculate(at), divisor.Calculate(at));

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        IsDividedByZero(at, state)
            ? base.Obstacles(at, state).Append($"{divisor.Write(null).Text}为 0")
            : base.Obstacles(at, state);

    private bool IsDividedByZero(SubjectView at, CellState state) =>
        state == CellState.Absent
        && divisor.Evaluate(at) is { IsPresent: true, Value.IsZero: true };

    /// <summary>A number times a share is a number still: 3000 × 月数 ÷ 12 may be yuan, 100 × a ÷ b a percentage.</summary>
    internal override Unit UnitBy(UnitsOfValues units)
    {
        var unit = Unit.Ratio(dividend.UnitBy(units), divisor.UnitBy(units));
        return
            unit == Unit.Share
            && dividend is Product
            && dividend.Parts.Any(part => part.UnitBy(units) == Unit.Any)
            ? Unit.Any
            : unit;
    }

    internal override bool Carries(string unit) => dividend.Carries(unit) && !divisor.Carries(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        Undivided(dividend);
}
