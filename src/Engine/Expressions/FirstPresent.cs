using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>firstPresent</c>: the first part that has a value. A fact that must be there is not passed over.</summary>
internal sealed class FirstPresent(IReadOnlyList<Expression> parts) : Operator(parts), IConstruct
{
    public static string Keyword => "firstPresent";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => true;

    public static Expression Read(WrittenOperator written) =>
        new FirstPresent(written.LikeOperands());

    internal override bool MayBeAbsent => MayBeMissing || Parts.All(part => part.MayBeAbsent);

    internal override Cell Evaluate(SubjectView at)
    {
        var why = CellState.None;
        foreach (var part in Parts)
        {
            var cell = part.Evaluate(at);
            if (cell.State is CellState.Present or CellState.Missing)
            {
                return cell;
            }

            if (cell.State > why)
            {
                why = cell.State;
            }
        }
        return new(why, default);
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is { } view)
        {
            return Chosen(view)?.Write(at) ?? Fragment.Atom("无");
        }

        return new(
            string.Join("；没有时 ", Parts.Select(part => part.Write(null).Text)),
            Binding.Words
        );
    }

    internal override Calculation Calculate(SubjectView at) => Chosen(at)!.Calculate(at);

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Chosen(at)?.MissingFacts(at) ?? [];

    private Expression? Chosen(SubjectView at)
    {
        foreach (var part in Parts)
        {
            if (part.Evaluate(at).State is CellState.Present or CellState.Missing)
            {
                return part;
            }
        }
        return null;
    }

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
