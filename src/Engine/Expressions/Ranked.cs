using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Expressions;

/// <summary><c>rank</c>: the subject's rank by a named value, the highest first; ties share the better rank.</summary>
internal sealed class RankBy(int column, string title) : Expression
{
    internal override IEnumerable<int> Columns => [Column];

    /// <summary>The ranked value, which the explanation shows beside the rank.</summary>
    internal int Column { get; } = column;

    internal override Cell Evaluate(SubjectView at)
    {
        var value = at.Value(Column);
        return value.IsPresent ? Cell.Of(at.RankBy(Column)) : value;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(
            at is { } view
                ? $"{title} {Shown.Value(view.Value(Column))} 排第 {Shown.Value(Evaluate(view))} 名"
                : $"{title}的名次"
        );

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [$"缺少{title}"] : [];
}

/// <summary><c>steps</c>: a value by the first step that the figure does not exceed.</summary>
internal sealed class Steps(
    Expression of,
    IReadOnlyList<(Constant UpTo, Constant Value)> steps,
    Constant otherwise
) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } =
    [of, .. steps.SelectMany(step => new[] { step.UpTo, step.Value }), otherwise];

    internal override Cell Evaluate(SubjectView at)
    {
        var cell = of.Evaluate(at);
        return cell.IsPresent ? Cell.Of(Chosen(cell.Value).Value) : cell;
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is { } view)
        {
            var cell = of.Evaluate(view);
            return Fragment.Atom(
                cell.IsPresent
                    ? $"{of.Write(at).Text} → {Chosen(cell.Value).Text}"
                    : Shown.Value(cell)
            );
        }
        var from = 1m;
        var texts = new List<string>();
        foreach (var (upTo, value) in steps)
        {
            texts.Add($"{Shown.Number(from)}–{upTo.Text} 得 {value.Text}");
            from = upTo.Value + 1m;
        }
        return Fragment.Atom(
            $"{of.Write(null).Text}：{string.Join("，", texts)}，其余得 {otherwise.Text}"
        );
    }

    private Constant Chosen(decimal figure)
    {
        foreach (var (upTo, value) in steps)
        {
            if (figure <= upTo.Value)
                return value;
        }
        return otherwise;
    }
}
