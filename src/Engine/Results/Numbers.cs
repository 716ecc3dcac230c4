using Assessment.Engine.Evaluation;

namespace Assessment.Engine.Results;

/// <summary>Numbers as results write them.</summary>
internal static class Numbers
{
    private const int ItemDecimals = 4;

    // Dividing by this one leaves the value and drops the zeros at its end.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same value without zeros at the end: 3.50 and 3.5 are one number.</summary>
    internal static decimal Plain(decimal value) => value / One;

    internal static decimal? Plain(decimal? value) => value is { } number ? Plain(number) : null;

    /// <summary>Items are not rounded; written down, they have 4 decimals.</summary>
    internal static decimal? Item(decimal? value) =>
        value is { } number ? Plain(Rounding.HalfUp(number, ItemDecimals)) : null;
}
