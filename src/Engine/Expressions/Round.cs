using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>round</c>: half up to so many decimals.</summary>
internal sealed class Round(Expression value, int decimals) : Operator([value]), IConstruct
{
    public static string Keyword => "round";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written) =>
        new Round(written.Operand(), written.Map.Decimals());

    /// <summary>The value before it is rounded.</summary>
    internal Expression Exact => Parts[0];

    internal int Decimals { get; } = decimals;

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = Exact.Evaluate(at);
        return cell.IsPresent ? Cell.Of(cell.Value.RoundHalfUp(Decimals)) : cell;
    }

    internal override Fragment Write(SubjectView? at)
    {
        var inner = Exact.Write(at);
        var how = $"保留 {Decimals} 位小数";
        if (at is not { } view)
        {
            return inner with { Text = $"{inner.Text}（{how}）" };
        }

        // Within another calculation, what is calculated with is the rounded number.
        var number = view.Written(Evaluate(view));
        return Fragment.Atom(
            string.Equals(number, inner.Text, StringComparison.Ordinal)
                ? number
                : $"{number}（{inner.Text} {how}）"
        );
    }

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Rounded(Exact.Calculate(at), Decimals);

    internal override Unit UnitBy(UnitsOfValues units) => Parts[0].UnitBy(units);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => Parts[0].MostBy(points);

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        Undivided(Parts[0]);
}
