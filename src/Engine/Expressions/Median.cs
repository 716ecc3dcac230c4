using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>
/// <c>median</c>: the middle one of the values in their order, and of an even number the mean of the two in the middle. A
/// part that the scheme leaves out (<c>absent: excluded</c>) is not among them.
/// </summary>
internal sealed class Median(IReadOnlyList<Expression> parts) : Operator(parts), IConstruct
{
    public static string Keyword => "median";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written) => new Median(written.LikeOperands());

    internal override Cell Evaluate(SubjectView at)
    {
        var values = new List<Rational>();
        var why = CellState.None;
        foreach (var cell in Parts.Select(part => part.Evaluate(at)))
        {
            if (cell.IsPresent)
            {
                values.Add(cell.Value);
            }
            else if (cell.State > why)
            {
                why = cell.State;
            }
        }
        return values.Count == 0 || why != CellState.None
            ? new(why, default)
            : Cell.Of(Middle(values));
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Call("中位数", Counted(at).Select(part => part.Write(at)));

    internal override Calculation Calculate(SubjectView at)
    {
        Calculation[] of = [.. Counted(at).Select(part => part.Calculate(at))];
        return new(Operation.Median, Middle([.. of.Select(part => part.Value)]), of);
    }

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;

    private IEnumerable<Expression> Counted(SubjectView? at) =>
        Parts.Where(part => at is not { } view || part.Evaluate(view).IsPresent);

    private static Rational Middle(List<Rational> values)
    {
        values.Sort();
        var upper = values.Count / 2;
        return values.Count % 2 == 1 ? values[upper] : (values[upper - 1] + values[upper]) / 2;
    }
}
