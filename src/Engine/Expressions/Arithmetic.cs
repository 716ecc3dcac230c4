using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Expressions;

/// <summary>An operator over a list in which a part without a value leaves the whole without one.</summary>
internal abstract class StrictExpression(IReadOnlyList<Expression> parts) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = parts;

    internal sealed override Cell Evaluate(SubjectView at)
    {
        var state = CellState.Present;
        var result = 0m;
        for (var i = 0; i < Parts.Count; i++)
        {
            var cell = Parts[i].Evaluate(at);
            if (cell.State == CellState.Missing)
                return Cell.Missing;
            if (!cell.IsPresent)
                state = CellState.None;
            else if (state == CellState.Present)
                result = i == 0 ? First(cell.Value) : Next(result, cell.Value, i);
        }
        return state == CellState.Present ? Finish(result) : Cell.None;
    }

    private protected virtual decimal First(decimal value) => value;

    private protected abstract decimal Next(decimal soFar, decimal value, int index);

    private protected virtual Cell Finish(decimal result) => Cell.Of(result);

    private protected string Joined(SubjectView? at, string between, Binding around) =>
        string.Join(between, Parts.Select(part => part.Write(at).Inside(around)));
}

/// <summary><c>sum</c>.</summary>
internal sealed class Sum(IReadOnlyList<Expression> parts) : StrictExpression(parts)
{
    private protected override decimal Next(decimal soFar, decimal value, int index) =>
        soFar + value;

    internal override Fragment Write(SubjectView? at) =>
        new(Joined(at, " + ", Binding.Sum), Binding.Sum);
}

/// <summary><c>product</c>.</summary>
internal sealed class Product(IReadOnlyList<Expression> parts) : StrictExpression(parts)
{
    private protected override decimal Next(decimal soFar, decimal value, int index) =>
        soFar * value;

    internal override Fragment Write(SubjectView? at) =>
        new(Joined(at, " × ", Binding.Product), Binding.Product);
}

/// <summary><c>difference</c>: the first less all the others.</summary>
internal sealed class Difference(IReadOnlyList<Expression> parts) : StrictExpression(parts)
{
    private protected override decimal Next(decimal soFar, decimal value, int index) =>
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
}

/// <summary><c>ratio</c>: without a value where the divisor is 0.</summary>
internal sealed class Ratio(Expression dividend, Expression divisor) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = [dividend, divisor];

    internal override Cell Evaluate(SubjectView at)
    {
        var upper = dividend.Evaluate(at);
        var lower = divisor.Evaluate(at);
        if (upper.State == CellState.Missing || lower.State == CellState.Missing)
            return Cell.Missing;
        return upper.IsPresent && lower.IsPresent && lower.Value != 0m
            ? Cell.Of(upper.Value / lower.Value)
            : Cell.None;
    }

    internal override Fragment Write(SubjectView? at) =>
        new(
            $"{dividend.Write(at).Inside(Binding.Product)} ÷ {divisor.Write(at).Inside(Binding.Atom)}",
            Binding.Product
        );

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        state == CellState.None && divisor.Evaluate(at) is { IsPresent: true, Value: 0m }
            ? base.Obstacles(at, state).Append($"{divisor.Write(null).Text}为 0")
            : base.Obstacles(at, state);
}

/// <summary><c>scale</c>: points × value ÷ 100.</summary>
internal sealed class Scale(Constant points, Expression percent) : Expression
{
    private const decimal Percent = 100m;

    internal override IReadOnlyList<Expression> Parts { get; } = [points, percent];

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = percent.Evaluate(at);
        return cell.IsPresent ? Cell.Of(points.Value * cell.Value / Percent) : cell;
    }

    internal override Fragment Write(SubjectView? at) =>
        new(
            $"{points.Write(at).Text} × {percent.Write(at).Inside(Binding.Atom)} ÷ 100",
            Binding.Product
        );
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
        if (start.State == CellState.Missing || times.State == CellState.Missing)
            return Cell.Missing;
        return start.IsPresent && times.IsPresent
            ? Cell.Of(Math.Max(floor.Value, start.Value - (each.Value * times.Value)))
            : Cell.None;
    }

    internal override Fragment Write(SubjectView? at)
    {
        var text =
            $"{from.Write(at).Text} − {each.Write(at).Text} × {count.Write(at).Inside(Binding.Product)}";
        if (at is null)
            return new($"{text}（不低于 {floor.Text}）", Binding.Sum);
        var reachedFloor =
            Evaluate(at.Value) is { IsPresent: true } cell && cell.Value == floor.Value;
        return new(reachedFloor ? $"{text}（不低于 {floor.Text}）" : text, Binding.Sum);
    }
}

/// <summary><c>round</c>: half up to so many decimals.</summary>
internal sealed class Round(Expression value, int decimals) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = [value];

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = value.Evaluate(at);
        return cell.IsPresent ? Cell.Of(Rounding.HalfUp(cell.Value, decimals)) : cell;
    }

    /// <summary>The value before it is rounded.</summary>
    internal decimal Exact(SubjectView at) => value.Evaluate(at).Value;

    internal override Fragment Write(SubjectView? at)
    {
        var inner = value.Write(at);
        return at is null ? inner with { Text = $"{inner.Text}（保留 {decimals} 位小数）" } : inner;
    }
}
