namespace Assessment.Engine.Expressions;

internal enum CellState : byte
{
    /// <summary>There is no value, and the scheme says that this is in order.</summary>
    None,

    /// <summary>A fact is absent that must be there: nothing that uses it has a value.</summary>
    Missing,

    Present,
}

/// <summary>A value of one subject, or why there is none.</summary>
internal readonly record struct Cell(CellState State, decimal Value)
{
    internal static Cell None => default;

    internal static Cell Missing => new(CellState.Missing, 0m);

    internal static Cell Of(decimal value) => new(CellState.Present, value);

    internal bool IsPresent => State == CellState.Present;

    internal decimal? OrNull => IsPresent ? Value : null;
}
