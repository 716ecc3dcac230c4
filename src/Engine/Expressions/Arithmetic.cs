using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>An operator over a list in which a part without a value leaves the whole without one.</summary>
internal abstract class StrictExpression(IReadOnlyList<Expression> parts) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = parts;

    internal sealed override Cell Evaluate(SubjectView at)
    {
        var isPresent = true;
        var why = CellState.None;
        Rational result = default;
        for (var i = 0; i < Parts.Count; i++)
        {
            var cell = Parts[i].Evaluate(at);
            if (cell.State == CellState.Missing)
            {
                return Cell.Missing;
            }

            if (!cell.IsPresent)
            {
                isPresent = false;
                if (cell.State > why)
                {
                    why = cell.State;
                }
            }
            else if (isPresent)
            {
                result = i == 0 ? First(cell.Value) : Next(result, cell.Value, i);
            }
        }
        return isPresent ? Finish(result) : new(why, default);
    }

    private protected virtual Rational First(Rational value) => value;

    private protected abstract Rational Next(Rational soFar, Rational value, int index);

    private protected virtual Cell Finish(Rational result) => Cell.Of(result);

    private protected string Joined(SubjectView? at, string between, Binding around) =>
        string.Join(between, Parts.Select(part => part.Write(at).Inside(around)));
}

/// <summary><c>sum</c>.</summary>
internal sealed class Sum(IReadOnlyList<Expression> parts) : StrictExpression(parts)
{
    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        soFar + value;

    internal override Fragment Write(SubjectView? at) =>
        new(Joined(at, " + ", Binding.Sum), Binding.Sum);

    internal override Calculation Calculate(SubjectView at) => Calculation.Sum(CalculateParts(at));
}

/// <summary><c>product</c>.</summary>
internal sealed class Product(IReadOnlyList<Expression> parts) : StrictExpression(parts)
{
    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        soFar * value;

    internal override Fragment Write(SubjectView? at) =>
        new(Joined(at, " × ", Binding.Product), Binding.Product);

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Product(CalculateParts(at));
}

/// <summary><c>difference</c>: the first less all the others.</summary>
internal sealed class Difference(IReadOnlyList<Expression> parts) : StrictExpression(parts)
{
    private protected override Rational Next(Rational soFar, Rational value, int index) =>
        soFar - value;

    internal override Fragment Write(SubjectView? at) =>
        new(
            string.Join(
                " − ",
                Parts.Select(
                    (part, i) => part.Write(at).Inside(i == 0 ? Binding.Sum : Binding.Product)
                )
            ),
            Binding.Sum
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Difference(CalculateParts(at));
}

/// <summary><c>ratio</c>: without a value where the divisor is 0.</summary>
internal sealed class Ratio(Expression dividend, Expression divisor) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = [dividend, divisor];

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
}

/// <summary><c>scale</c>: points × value ÷ 100.</summary>
internal sealed class Scale(Constant points, Expression percent) : Expression
{
    private static readonly Rational Percent = 100;

    internal override IReadOnlyList<Expression> Parts { get; } = [points, percent];

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = percent.Evaluate(at);
        return cell.IsPresent ? Cell.Of(points.Number * cell.Value / Percent) : cell;
    }

    internal override Fragment Write(SubjectView? at) =>
        new(
            $"{points.Write(at).Text} × {percent.Write(at).Inside(Binding.Atom)} ÷ 100",
            Binding.Product
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Ratio(Calculation.Product(CalculateParts(at)), Calculation.Number(Percent));
}

/// <summary><c>deduct</c>: an amount less so much for each, not below the floor.</summary>
internal sealed class Deduct(Expression from, Expression count, Constant each, Constant floor)
    : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = [from, count, each, floor];

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
}

/// <summary><c>round</c>: half up to so many decimals.</summary>
internal sealed class Round(Expression value, int decimals) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = [value];

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
        return at is null ? inner with { Text = $"{inner.Text}（保留 {Decimals} 位小数）" } : inner;
    }

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Rounded(Exact.Calculate(at), Decimals);
}
