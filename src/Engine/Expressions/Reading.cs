using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Expressions;

/// <summary>Which figure of a fact is read.</summary>
internal enum FactFigure
{
    Value,
    Count,
    Eligible,
}

/// <summary>How people call a fact.</summary>
internal sealed record FactName(string Title, string? Unit);

/// <summary>What it means that a fact is not there.</summary>
/// <param name="State"><see cref="CellState.Present"/> together with a value, or one of the other two.</param>
internal sealed record AbsentMeaning(CellState State, Constant? Value)
{
    internal static AbsentMeaning Missing { get; } = new(CellState.Missing, null);

    internal static AbsentMeaning Excluded { get; } = new(CellState.None, null);

    internal Cell Cell => Value is null ? new(State, 0m) : Expressions.Cell.Of(Value.Value);
}

/// <summary>A calculation that reads facts of one item.</summary>
internal interface IReadsFact
{
    string Item { get; }
}

/// <summary><c>fact</c>: a figure of the subject's fact.</summary>
internal sealed class FactReading(
    int slot,
    FactKey key,
    FactName name,
    FactFigure figure,
    AbsentMeaning absent
) : Expression, IReadsFact
{
    public string Item => Key.Item;

    private readonly Cell _absent = absent.Cell;

    internal FactName Name { get; } = name;

    internal int Slot { get; } = slot;

    internal FactKey Key { get; } = key;

    internal FactFigure Figure { get; } = figure;

    /// <summary>What counts where the fact is absent; null where nothing does.</summary>
    internal decimal? Assumed => _absent.OrNull;

    internal override Cell Evaluate(SubjectView at)
    {
        if (at.Fact(Slot) is not { } fact)
            return _absent;
        if (Figure == FactFigure.Value)
            return Cell.Of(fact.Value);
        return (Figure == FactFigure.Count ? fact.Count : fact.Eligible) is { } number
            ? Cell.Of(number)
            : _absent;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? Shown.Value(Evaluate(view)) : FigureTitle);

    private string FigureTitle =>
        Figure switch
        {
            FactFigure.Count => Name.Title + "参与数",
            FactFigure.Eligible => Name.Title + "应参与数",
            _ => Name.Title,
        };

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"缺少{FigureTitle}"] : [];

    internal override IEnumerable<MissingFact> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [new(Key.ToString(), Name.Title)] : [];
}

/// <summary>A fact that had to be there and is not.</summary>
internal sealed record MissingFact(string Key, string Title);

/// <summary>A named value of the same subject.</summary>
internal sealed class Reference(int column, string title) : Expression
{
    internal int Column { get; } = column;

    internal override IEnumerable<int> Columns => [Column];

    internal override Cell Evaluate(SubjectView at) => at.Value(Column);

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? Shown.Value(view.Value(Column)) : title);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [$"缺少{title}"] : [];
}
