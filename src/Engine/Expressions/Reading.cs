using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>Which figure of a fact is read.</summary>
internal enum FactFigure
{
    Value,
    Count,
    Eligible,
}

/// <summary>How people call a fact.</summary>
internal sealed record FactName(string Title, string? Unit)
{
    /// <summary>Whether a survey or a ballot gives it, so that who took part is its sample.</summary>
    internal bool IsOpinion { get; init; }
}

/// <summary>What it means that a fact is not there.</summary>
/// <param name="State"><see cref="CellState.Present"/> together with a value, or one of the other two.</param>
internal sealed record AbsentMeaning(CellState State, Constant? Value)
{
    internal static AbsentMeaning Missing { get; } = new(CellState.Missing, null);

    internal static AbsentMeaning Excluded { get; } = new(CellState.None, null);

    internal Cell Cell => Value is null ? new(State, default) : Expressions.Cell.Of(Value.Number);

    /// <summary>Whether something counts where there is nothing.</summary>
    internal bool HasValue => State == CellState.Present;
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

    internal AbsentMeaning WhenAbsent => absent;

    internal override bool MayBeAbsent => !absent.HasValue;

    internal override bool MayBeMissing => absent.State == CellState.Missing;

    /// <summary>What counts where the fact is absent; null where nothing does.</summary>
    internal Rational? Assumed => _absent.OrNull;

    internal override Cell Evaluate(SubjectView at)
    {
        if (at.Fact(Slot) is not { } fact)
        {
            return _absent;
        }

        if (Figure == FactFigure.Value)
        {
            return Cell.Of(at.AsShown(fact.Value.Number));
        }

        return (Figure == FactFigure.Count ? fact.Count : fact.Eligible) is { } number
            ? Cell.Of(at.AsShown(number))
            : _absent;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : FigureTitle);

    internal override Calculation Calculate(SubjectView at)
    {
        if (at.Fact(Slot) is not { } fact)
        {
            return absent.Value!.Calculate(at);
        }

        var named = FactKey.Of(fact).ToString();
        return Figure switch
        {
            FactFigure.Value => Calculation.Leaf(Operation.Fact, named, fact.Value.Number),
            FactFigure.Count when fact.Count is { } count => Calculation.Leaf(
                Operation.Fact,
                $"{named}#count",
                count
            ),
            FactFigure.Eligible when fact.Eligible is { } eligible => Calculation.Leaf(
                Operation.Fact,
                $"{named}#eligible",
                eligible
            ),
            _ => absent.Value!.Calculate(at),
        };
    }

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

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [new(Key.ToString(), $"缺少{FigureTitle}")] : [];
}

/// <summary>A fact that had to be there and is not.</summary>
internal sealed record MissingFact(string Key, string Title);

/// <summary>A named value of the same subject.</summary>
internal sealed class Reference(int column, string id, string title) : Expression
{
    internal int Column { get; } = column;

    internal override IEnumerable<int> Columns => [Column];

    // Which values have one, is known only when the whole sheet is.
    internal override bool MayBeAbsent => true;

    internal override bool MayBeMissing => true;

    internal override Cell Evaluate(SubjectView at) => at.AsShown(at.Value(Column));

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? view.Written(Evaluate(view)) : title);

    internal override Calculation Calculate(SubjectView at) =>
        Calculation.Leaf(Operation.NamedValue, id, at.Value(Column).Value);

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [$"缺少{title}"] : [];

    internal override IEnumerable<Absence> Absences(SubjectView at, CellState state) =>
        at.Value(Column).State == state ? [new(null, $"缺少{title}", Column)] : [];
}
