using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>
/// <c>mean</c>, equal weights, over those parts that the scheme does not leave out (<c>absent: excluded</c>). A part that
/// has no value for another reason leaves the whole without one.
/// </summary>
/// <param name="whenAllAbsent">The value where not one part has one, whatever the reason.</param>
internal sealed class Mean(IReadOnlyList<Expression> parts, Constant? whenAllAbsent) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = parts;

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
            return Fragment.Atom(
                $"({string.Join(" + ", written)}) ÷ {written.Count}（全部没有时取 {whenAllAbsent.Text}）"
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
}

/// <summary><c>min</c> and <c>max</c>.</summary>
internal sealed class Extreme(IReadOnlyList<Expression> parts, bool largest)
    : StrictExpression(parts)
{
    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        largest ? Rational.Max(soFar, value) : Rational.Min(soFar, value);

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom($"{(largest ? "取大" : "取小")}({Joined(at, "，", Binding.Sum)})");

    internal override Calculation Calculate(SubjectView at) =>
        largest ? Calculation.Greatest(CalculateParts(at)) : Calculation.Least(CalculateParts(at));
}

/// <summary><c>firstPresent</c>: the first part that has a value. A fact that must be there is not passed over.</summary>
internal sealed class FirstPresent(IReadOnlyList<Expression> parts) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = parts;

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

        return Fragment.Atom(string.Join("；没有时 ", Parts.Select(part => part.Write(null).Text)));
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
}

/// <summary><c>weighted</c>: the sum of weight × value.</summary>
internal sealed class Weighted(IReadOnlyList<(Constant Weight, Expression Of)> terms) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } =
    [.. terms.SelectMany(term => new[] { term.Weight, term.Of })];

    internal IEnumerable<(Rational Weight, Expression Of)> Terms =>
        terms.Select(term => (term.Weight.Number, term.Of));

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
}
