using Assessment.Engine.Reading;
using YamlDotNet.RepresentationModel;

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

    /// <summary>缺少事实的含义 has to be written: nothing is silently zero.</summary>
    internal static AbsentMeaning Read(YamlMap map, ReadingState state) =>
        map.Require("absent") switch
        {
            null or YamlScalarNode { Value: "missing" } => Missing,
            YamlScalarNode { Value: "excluded" } => Excluded,
            var node => new(CellState.Present, state.Constant(node, "absent")),
        };

    internal Cell Cell => Value is null ? new(State, default) : Expressions.Cell.Of(Value.Number);

    /// <summary>Whether something counts where there is nothing.</summary>
    internal bool HasValue => State == CellState.Present;
}

/// <summary>A calculation that reads facts of one item.</summary>
internal interface IReadsFact
{
    string Item { get; }
}

/// <summary>A fact that had to be there and is not.</summary>
internal sealed record MissingFact(string Key, string Title);
