using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>
/// <c>sumOver</c>: the sum of a calculation over all who share a fund. What each of the others has is not a person's to
/// read: only the sum is written.
/// </summary>
internal sealed class SumOver(Expression each) : Operator([each]), IConstruct
{
    public static string Keyword => "sumOver";

    public static ScopeKind[] Places => Scopes.Payout;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written) => new SumOver(written.Operand());

    internal override Cell Evaluate(SubjectView at)
    {
        Rational sum = default;
        foreach (var member in Members(at))
        {
            var cell = each.Evaluate(at.Of(member) with { Decimals = 0 });
            if (!cell.IsPresent)
            {
                return cell;
            }

            sum += cell.Value;
        }
        return Cell.Of(at.AsShown(sum));
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom($"各人（{each.Write(null).Text}）之和");
        }

        return Fragment.Atom(view.Written(Evaluate(view)));
    }

    internal override Calculation Calculate(SubjectView at) =>
        new(Operation.FundSum, Evaluate(at).Value, [each.Calculate(at)]);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Members(at)
            .Select(member => at.Table[member])
            .Where(one => each.Evaluate(one).State == state)
            .SelectMany(one =>
                each.Obstacles(one, state).Select(obstacle => $"{one.Self.Name}{obstacle}")
            );

    private static IReadOnlyList<int> Members(SubjectView at) =>
        at.Table.PoolMembers?[at.Subject] ?? [];

    internal override Unit UnitBy(UnitsOfValues units) => Parts[0].UnitBy(units);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
