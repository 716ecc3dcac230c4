using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary><c>rank</c>: the subject's rank by a named value, the highest first; ties share the better rank.</summary>
internal sealed class RankBy(int column, string id, string title) : Expression
{
    internal override IEnumerable<int> Columns => [Column];

    /// <summary>The ranked value, which the explanation shows with the rank.</summary>
    internal int Column { get; } = column;

    internal override bool MayBeAbsent => true;

    internal override bool MayBeMissing => true;

    internal override Cell Evaluate(SubjectView at)
    {
        var value = at.Value(Column);
        return value.IsPresent ? Cell.Of(at.RankBy(Column)) : value;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(
            at is not { } view ? $"{title}的名次"
            : view.IsPartOfEquation ? $"{view.Written(Evaluate(view))}（{Placed(view)}）"
            : Placed(view)
        );

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(Operation.Rank, id, Evaluate(at).Value);

    /// <summary>The value, and the rank by it, in words.</summary>
    internal string Placed(SubjectView at) =>
        $"{title} {at.Written(at.AsShown(at.Value(Column)))} 排第 {at.Written(Evaluate(at))} 名";

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [$"缺少{title}"] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [new(null, $"缺少{title}", Column)] : [];
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
        return cell.IsPresent ? Cell.Of(Chosen(cell.Value).Number) : cell;
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom($"{of.Write(null).Text}：{Ranges()}，其余得 {otherwise.Text}");
        }

        var cell = of.Evaluate(view);
        if (!cell.IsPresent)
        {
            return Fragment.Atom(NumberFormat.Value(cell));
        }

        var given = Chosen(cell.Value).Text;
        return Fragment.Atom(
            view.IsPartOfEquation
                ? $"{given}（{(of as RankBy)?.Placed(view) ?? of.Write(at).Text}）"
                : $"{Figure(view, cell.Value)} → {given}"
        );
    }

    internal override Calculation Calculate(SubjectView at) =>
        new(Operation.Steps, Evaluate(at).Value, [.. CalculateParts(at)]);

    /// <summary>What each step takes, by the limits of the rule: everything that is not more, and more than the step before.</summary>
    private string Ranges()
    {
        var isRank = of is RankBy && steps.All(step => step.UpTo.Number.Decimals == 0);
        var texts = new List<string>();
        Constant? before = null;
        foreach (var (upTo, value) in steps)
        {
            texts.Add($"{(isRank ? Ranks(before, upTo) : Range(before, upTo))}得 {value.Text}");
            before = upTo;
        }
        return string.Join("，", texts);
    }

    private static string Range(Constant? before, Constant upTo) =>
        before is null ? $"不超过 {upTo.Text} 的" : $"超过 {before.Text}、不超过 {upTo.Text} 的";

    /// <summary>Only ranks have a next one, which can be named.</summary>
    private static string Ranks(Constant? before, Constant upTo)
    {
        var from = (before?.Number ?? Rational.Zero) + 1;
        return from == upTo.Number
            ? $"第 {upTo.Text} 名"
            : $"第 {NumberFormat.Number(from)}–{upTo.Text} 名";
    }

    /// <summary>The figure with so many decimals that what is printed is in the same step as what is not.</summary>
    private string Figure(SubjectView at, Rational exact)
    {
        var decimals = NumberFormat.Decimals;
        while (
            decimals < NumberFormat.MostDecimals
            && !ReferenceEquals(Chosen(exact.RoundHalfUp(decimals)), Chosen(exact))
        )
        {
            decimals++;
        }

        return of is RankBy ? of.Write(at).Text : Equation.Of(of, at, least: decimals).Text;
    }

    /// <summary>What it can give.</summary>
    internal IEnumerable<Constant> Given => steps.Select(step => step.Value).Append(otherwise);

    private Constant Chosen(Rational figure)
    {
        foreach (var (upTo, value) in steps)
        {
            if (figure <= upTo.Number)
            {
                return value;
            }
        }
        return otherwise;
    }
}
