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
    internal Cell Cell => Value is null ? new(State, 0m) : Expressions.Cell.Of(Value.Value);
}

/// <summary><c>fact</c>: a figure of the subject's fact.</summary>
internal sealed class FactReading(
    int slot,
    FactKey key,
    FactName name,
    FactFigure figure,
    AbsentMeaning absent
) : Expression
{
    internal FactName Name { get; } = name;

    internal int Slot { get; } = slot;

    internal FactKey Key { get; } = key;

    internal override Cell Evaluate(SubjectView at)
    {
        var fact = at.Fact(Slot);
        var value = figure switch
        {
            FactFigure.Count => fact?.Count,
            FactFigure.Eligible => fact?.Eligible,
            _ => fact?.Value,
        };
        return value is { } number ? Cell.Of(number) : absent.Cell;
    }

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(at is { } view ? Shown.Value(Evaluate(view)) : FigureTitle);

    private string FigureTitle =>
        figure switch
        {
            FactFigure.Count => Name.Title + "参与数",
            FactFigure.Eligible => Name.Title + "应参与数",
            _ => Name.Title,
        };

    internal override IEnumerable<string> Obstacles(SubjectView at, CellState state) =>
        Evaluate(at).State == state ? [$"缺少{FigureTitle}"] : [];

    internal override IEnumerable<FactReading> MissingFacts(SubjectView at) =>
        Evaluate(at).State == CellState.Missing ? [this] : [];
}

/// <summary>Attributes of an area that a scheme may read.</summary>
internal enum AreaAttribute
{
    Households,
    PartyMembers,
}

/// <summary><c>attribute</c>: what the area itself is.</summary>
internal sealed class AttributeReading(AreaAttribute attribute) : Expression
{
    internal override Cell Evaluate(SubjectView at) =>
        Cell.Of(attribute == AreaAttribute.Households ? at.Area.Households : at.Area.PartyMembers);

    internal override Fragment Write(SubjectView? at) =>
        Fragment.Atom(
            at is { } view ? Shown.Value(Evaluate(view))
            : attribute == AreaAttribute.Households ? "总户数"
            : "党员数"
        );
}

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
