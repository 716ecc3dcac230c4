using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

internal enum CellState : byte
{
    /// <summary>There is no value, and the scheme says that this is in order.</summary>
    None,

    /// <summary>
    /// There is no value, and the scheme says nothing of it: a division by 0, a name that a table does not list, an area
    /// without total.
    /// </summary>
    Absent,

    /// <summary>A fact is absent that must be there: nothing that uses it has a value.</summary>
    Missing,

    Present,
}

/// <summary>A value of one subject, or why there is none.</summary>
internal readonly record struct Cell(CellState State, Rational Value)
{
    internal static Cell None => default;

    internal static Cell Absent => new(CellState.Absent, default);

    internal static Cell Missing => new(CellState.Missing, default);

    internal static Cell Of(Rational value) => new(CellState.Present, value);

    /// <summary>Without a value, for the graver of two reasons.</summary>
    internal static Cell Without(CellState a, CellState b) => new(a > b ? a : b, default);

    internal bool IsPresent => State == CellState.Present;

    internal Rational? OrNull => IsPresent ? Value : null;

    /// <summary>As results carry it; see <see cref="Rational.ToDecimal"/>.</summary>
    internal decimal? DecimalOrNull => IsPresent ? Value.ToDecimal() : null;
}
