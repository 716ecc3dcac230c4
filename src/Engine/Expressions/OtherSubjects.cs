using Assessment.Engine.Conditions;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary><c>ofArea</c>: the rounded total or the rank of the area in which a person works.</summary>
internal sealed class AreaOutcomeReading(bool rank) : Expression
{
    private string Title => IsRank ? "所在居民区名次" : "所在居民区总分";

    /// <summary>Whether it is the rank, and not the total.</summary>
    internal bool IsRank { get; } = rank;

    internal override Cell Evaluate(SubjectView at)
    {
        var area = at.AreaView;
        if (!IsRank)
        {
            return area.Total.IsPresent ? area.Total : Cell.Absent;
        }

        return area.Placing.Rank is { } place ? Cell.Of(place) : Cell.Absent;
    }

    internal override bool MayBeAbsent => true;

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : Title);

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(
            Operation.AreaValue,
            IsRank ? "area.rank" : "area.total",
            Evaluate(at).Value
        );

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"没有{Title}"] : [];
}

/// <summary><c>ofArea</c>: a named value of the area in which a person works.</summary>
internal sealed class AreaReference(int column, string id, string title) : Expression
{
    internal int Column { get; } = column;

    internal override bool MayBeAbsent => true;

    internal override bool MayBeMissing => true;

    internal override Cell Evaluate(SubjectView at) => at.AsShown(at.AreaView.Value(Column));

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : $"所在居民区{title}");

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(Operation.AreaValue, id, Evaluate(at).Value);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"所在居民区没有{title}"] : [];

    // What leaves the area without a total is said of the area.
    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        at.AreaView.Total.IsPresent && Evaluate(at).State == state
            ? [new(null, $"所在居民区没有{title}")]
            : [];
}

/// <summary><c>peersMean</c>: the mean of a value over those of the same class in the same area who have one.</summary>
internal sealed class PeersMean(int column, string id, string title, AbsentMeaning absent)
    : Expression
{
    internal override IEnumerable<int> Columns => [Column];

    internal int Column { get; } = column;

    internal AbsentMeaning WhenAbsent => absent;

    internal override bool MayBeAbsent => !absent.HasValue;

    internal override bool MayBeMissing => absent.State == CellState.Missing;

    internal override Cell Evaluate(SubjectView at)
    {
        var mean = at.PeersMean(Column);
        return mean.IsPresent ? at.AsShown(mean) : absent.Cell;
    }

    internal override Fragment Write(SubjectView? at)
    {
        if (at is not { } view)
        {
            return Fragment.Atom($"本居民区同类人员{title}的平均");
        }

        var value = view.Written(Evaluate(view));
        return Fragment.Atom(
            view.PeersMean(Column).IsPresent ? $"本居民区同类人员{title}平均 {value}" : value
        );
    }

    internal override Calculation Calculate(SubjectView at) =>
        at.PeersMean(Column).IsPresent
            ? Calculation.Leaf(Operation.PeersMean, id, Evaluate(at).Value)
            : absent.Value!.Calculate(at);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"本居民区同类人员都没有{title}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(title, title)] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(title, $"本居民区同类人员都没有{title}")] : [];
}

/// <summary><c>lookup</c>: a number by a name of the subject, such as a factor by the area's grade.</summary>
/// <param name="titles">How people call each of the names; a name without one says itself what it is.</param>
/// <param name="quantity">What the numbers are.</param>
/// <param name="isDeclared">Whether the scheme itself says what they are.</param>
internal sealed class Lookup(
    SubjectName of,
    IReadOnlyList<(string Name, Constant Value)> values,
    IReadOnlyDictionary<string, string> titles,
    Quantity quantity,
    bool isDeclared
) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } =
    [.. values.Select(one => one.Value)];

    internal SubjectName Of { get; } = of;

    internal IEnumerable<string?> Names => values.Select(one => one.Name);
    internal Quantity Quantity { get; } = quantity;

    internal bool IsDeclared { get; } = isDeclared;

    /// <summary>The same table, known to be something else.</summary>
    internal Lookup As(Quantity other) => new(Of, values, titles, other, IsDeclared);

    internal override Cell Evaluate(SubjectView at) =>
        Chosen(at) is { } value ? Cell.Of(value.Number) : Cell.Absent;

    internal override bool MayBeAbsent => true;

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(
            at is { } view
                ? Chosen(view)?.Text ?? "无"
                : $"{Of.Title()}{Quantity.Noun}（{string.Join("，", values.Select(Written))}）"
        );

    internal override Calculation Calculate(SubjectView at) => Chosen(at)!.Calculate(at);

    private string Written((string Name, Constant Value) one) =>
        $"{Title(one.Name)} {Quantity.Written(one.Value.Text)}";

    private string Title(string name) => titles.GetValueOrDefault(name, name);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        state == CellState.Absent && Chosen(at) is null ? [Obstacle(at)] : [];

    // Without a total the area has no grade and no tier, and why is said of the area.
    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        state == CellState.Absent
        && Chosen(at) is null
        && !(Of is SubjectName.AreaGrade or SubjectName.AreaTier && !at.AreaView.Total.IsPresent)
            ? [new(null, Obstacle(at))]
            : [];

    private string Obstacle(SubjectView at) =>
        at.Name(Of) is { } name ? $"{Of.Title()}“{Title(name)}”没有对应的数" : $"没有{Of.Title()}";

    /// <summary>The number that holds for the subject; null where its name is not listed.</summary>
    internal Constant? Chosen(SubjectView at)
    {
        var name = at.Name(Of);
        foreach (var (known, value) in values)
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                return value;
            }
        }
        return null;
    }
}

/// <summary>
/// <c>sumOver</c>: the sum of a calculation over all who share a fund. What each of the others has is not a person's to
/// read: only the sum is written.
/// </summary>
internal sealed class SumOver(Expression each) : Expression
{
    internal override IReadOnlyList<Expression> Parts { get; } = [each];

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
}
