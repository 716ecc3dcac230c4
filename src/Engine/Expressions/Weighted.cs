using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary><c>weighted</c>: the sum of weight × value.</summary>
internal sealed class Weighted(IReadOnlyList<(Constant Weight, Expression Of)> terms)
    : Operator([.. terms.SelectMany(term => new[] { term.Weight, term.Of })]),
        IConstruct
{
    public static string Keyword => "weighted";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written)
    {
        var terms = new List<(Constant Weight, Expression Of)>();
        var parts = new List<UnitRelations.Part>();
        foreach (var term in written.Map.Maps(written.Key))
        {
            terms.Add((written.State.Constant(term, "weight"), written.Reader.Read(term, "of")));
            parts.Add(new(term.Take("of") ?? term.Node, terms[^1].Of));
            term.Close();
        }
        written.Scope.Units.Add(parts);
        if (Shares.NotWhole([.. terms.Select(term => term.Weight)]) is { } sum)
        {
            written.Report(written.Node, "weights-not-whole", $"权重之和{sum}");
        }

        return new Weighted(terms);
    }

    internal override Cell Evaluate(SubjectView at)
    {
        var isPresent = true;
        var why = CellState.None;
        Rational sum = default;
        foreach (var (weight, of) in terms)
        {
            var cell = of.Evaluate(at);
            if (cell.State == CellState.Missing)
            {
                return cell;
            }

            if (cell.IsPresent)
            {
                sum += weight.Number * cell.Value;
                continue;
            }
            isPresent = false;
            if (cell.State > why)
            {
                why = cell.State;
            }
        }
        return isPresent ? Cell.Of(sum) : new(why, default);
    }

    internal override Fragment Write(SubjectView? at) =>
        new(
            string.Join(
                " + ",
                terms.Select(term =>
                    $"{term.Weight.Text} × {term.Of.Write(at).Inside(Binding.Product)}"
                )
            ),
            Binding.Sum
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Sum(
            terms.Select(term =>
                Calculation.Product(term.Weight.Calculate(at), term.Of.Calculate(at))
            )
        );

    internal override Unit UnitBy(UnitsOfValues units) =>
        units.Common(terms.Select(term => term.Of));

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) =>
        terms.Aggregate(
            (Rational?)Rational.Zero,
            (sum, term) => sum + (term.Weight.Number * term.Of.MostBy(points))
        );

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        terms.Select(term => (term.Weight.Number, term.Of));
}
