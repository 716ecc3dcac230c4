using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;
using Assessment.Engine.Reading;

namespace Assessment.Engine.Expressions;

/// <summary>
/// <c>mean</c>, equal weights, over those parts that the scheme does not leave out (<c>absent: excluded</c>). A part that
/// has no value for another reason leaves the whole without one.
/// </summary>
/// <param name="whenAllAbsent">The value where not one part has one, whatever the reason.</param>
internal sealed class Mean(IReadOnlyList<Expression> parts, Constant? whenAllAbsent)
    : Operator(parts),
        IConstruct
{
    public static string Keyword => "mean";

    public static ScopeKind[] Places => Scopes.Everywhere;

    public static bool SaysWhatIsAbsent => false;

    public static Expression Read(WrittenOperator written)
    {
        var mean = new Mean(
            written.LikeOperands(),
            written.State.OptionalConstant(written.Map, "whenAllAbsent")
        );
        if (written.Map.Take("whenAllAbsent") is { } otherwise && mean.WhenAllAbsent is { } number)
        {
            written.Scope.Units.AddComparedTo(mean, new UnitRelations.Part(otherwise, number));
        }

        return mean;
    }

    internal Constant? WhenAllAbsent => whenAllAbsent;

    internal override Cell Evaluate(SubjectView at)
    {
        Rational sum = default;
        var present = 0;
        var why = CellState.None;
        foreach (var part in Parts)
        {
            var cell = part.Evaluate(at);
            if (cell.IsPresent)
            {
                sum += cell.Value;
                present++;
            }
            else if (cell.State > why)
            {
                why = cell.State;
            }
        }
        if (present == 0 && whenAllAbsent is not null)
        {
            return Cell.Of(whenAllAbsent.Number);
        }

        return present == 0 || why != CellState.None ? new(why, default) : Cell.Of(sum / present);
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is { } view && whenAllAbsent is not null && AllAbsent(view))
        {
            return Fragment.Atom(
                $"{whenAllAbsent.Text}（{whenAllAbsent.Parameter?.Title ?? "全部缺少时"}）"
            );
        }

        var written = Parts
            .Where(part => at is not { } seen || part.Evaluate(seen).State != CellState.None)
            .Select(part => part.Write(at).Inside(Binding.Sum))
            .ToList();
        if (at is null && whenAllAbsent is not null)
        {
            return new(
                $"({string.Join(" + ", written)}) ÷ {written.Count}（全部没有时取 {whenAllAbsent.Text}）",
                Binding.Product
            );
        }

        return written.Count == 1
            ? Fragment.Atom(written[0])
            : new($"({string.Join(" + ", written)}) ÷ {written.Count}", Binding.Product);
    }

    internal override Calculation Calculate(SubjectView at) =>
        whenAllAbsent is not null && AllAbsent(at)
            ? whenAllAbsent.Calculate(at)
            : Calculation.Mean(
                Parts.Where(part => part.Evaluate(at).IsPresent).Select(part => part.Calculate(at))
            );

    internal override IEnumerable<Expression> All() =>
        whenAllAbsent is null ? base.All() : base.All().Append(whenAllAbsent);

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        whenAllAbsent is not null && AllAbsent(at) ? [] : base.MissingFacts(at);

    private bool AllAbsent(SubjectView at) => Parts.All(part => !part.Evaluate(at).IsPresent);

    internal override Unit UnitBy(UnitsOfValues units) => units.Common(Parts);

    internal override bool Carries(string unit) => AnyPartCarries(unit);

    internal override Rational? MostBy(MostPoints points) => null;

    internal override IEnumerable<(Rational Weight, Expression Of)>? DividedBy(MostPoints points) =>
        null;
}
