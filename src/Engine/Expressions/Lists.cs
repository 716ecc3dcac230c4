using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Expressions;

/// <summary>An operator over those parts of a list that have a value.</summary>
internal abstract class LenientExpression(IReadOnlyList<Expression> parts) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = parts;

    private protected IEnumerable<string> Written(SubjectView? at, Binding around) =>
        Parts
            .Where(part => at is not { } view || part.Evaluate(view).State != CellState.None)
            .Select(part => part.Write(at).Inside(around));
}

/// <summary><c>mean</c>, equal weights.</summary>
/// <param name="whenAllAbsent">The value where not one part has one, whatever the reason.</param>
internal sealed class Mean(IReadOnlyList<Expression> parts, Constant? whenAllAbsent)
    : LenientExpression(parts)
{
    internal override Cell Evaluate(SubjectView at)
    {
        var sum = 0m;
        var present = 0;
        var missing = false;
        foreach (var part in Parts)
        {
            var cell = part.Evaluate(at);
            missing |= cell.State == CellState.Missing;
            if (cell.IsPresent)
            {
                sum += cell.Value;
                present++;
            }
        }
        if (present == 0 && whenAllAbsent is not null)
            return Cell.Of(whenAllAbsent.Value);
        if (missing)
            return Cell.Missing;
        return present == 0 ? Cell.None : Cell.Of(sum / present);
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is { } view && whenAllAbsent is not null && AllAbsent(view))
            return Fragment.Atom(
                $"{whenAllAbsent.Text}（{whenAllAbsent.Parameter?.Title ?? "全部缺少时"}）"
            );
        var written = Written(at, Binding.Sum).ToList();
        if (at is null && whenAllAbsent is not null)
            return Fragment.Atom(
                $"({string.Join(" + ", written)}) ÷ {written.Count}（全部没有时取 {whenAllAbsent.Text}）"
            );
        return written.Count == 1
            ? Fragment.Atom(written[0])
            : new($"({string.Join(" + ", written)}) ÷ {written.Count}", Binding.Product);
    }

    internal override IEnumerable<Expression> All() =>
        whenAllAbsent is null ? base.All() : base.All().Append(whenAllAbsent);

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        whenAllAbsent is not null && AllAbsent(at) ? [] : base.MissingFacts(at);

    private bool AllAbsent(SubjectView at) => Parts.All(part => !part.Evaluate(at).IsPresent);
}

/// <summary><c>min</c> and <c>max</c>.</summary>
internal sealed class Extreme(IReadOnlyList<Expression> parts, bool largest)
    : LenientExpression(parts)
{
    internal override Cell Evaluate(SubjectView at)
    {
        var best = Cell.None;
        foreach (var part in Parts)
        {
            var cell = part.Evaluate(at);
            if (cell.State == CellState.Missing)
                return cell;
            if (
                cell.IsPresent
                && (
                    !best.IsPresent || (largest ? cell.Value > best.Value : cell.Value < best.Value)
                )
            )
            {
                best = cell;
            }
        }
        return best;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(
            $"{(largest ? "取大" : "取小")}({string.Join("，", Written(at, Binding.Sum))})"
        );
}

/// <summary><c>firstPresent</c>: the first part that has a value. A fact that must be there is not passed over.</summary>
internal sealed class FirstPresent(IReadOnlyList<Expression> parts) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = parts;

    internal override Cell Evaluate(SubjectView at) => Chosen(at)?.Evaluate(at) ?? Cell.None;

    internal override Fragment Write(SubjectView? at)
    {
        if (at is { } view)
            return Chosen(view)?.Write(at) ?? Fragment.Atom("无");
        return Fragment.Atom(string.Join("；没有时 ", Parts.Select(part => part.Write(null).Text)));
    }

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Chosen(at)?.MissingFacts(at) ?? [];

    private Expression? Chosen(SubjectView at)
    {
        foreach (var part in Parts)
        {
            if (part.Evaluate(at).State != CellState.None)
                return part;
        }
        return null;
    }
}

/// <summary><c>weighted</c>: the sum of weight × value.</summary>
internal sealed class Weighted(IReadOnlyList<(Constant Weight, Expression Of)> terms) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } =
    [.. terms.SelectMany(term => new[] { term.Weight, term.Of })];

    internal IEnumerable<(decimal Weight, Expression Of)> Terms =>
        terms.Select(term => (term.Weight.Value, term.Of));

    internal override Cell Evaluate(SubjectView at)
    {
        var state = CellState.Present;
        var sum = 0m;
        foreach (var (weight, of) in terms)
        {
            var cell = of.Evaluate(at);
            if (cell.State == CellState.Missing)
                return cell;
            if (!cell.IsPresent)
                state = CellState.None;
            sum += weight.Value * cell.Value;
        }
        return state == CellState.Present ? Cell.Of(sum) : Cell.None;
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
}
