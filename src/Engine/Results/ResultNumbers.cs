using Assessment.Engine.Numbers;

namespace Assessment.Engine.Results;

/// <summary>Numbers as results write them.</summary>
internal static class ResultNumbers
{
    private const int ItemDecimals = 4;
    private const uint Ten = 10;

    // Dividing by this one leaves the value and drops the zeros at its end.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same value without zeros at the end: 3.50 and 3.5 are one number.</summary>
    internal static decimal Normalized(decimal value) => EndsInZero(value) ? value / One : value;

    /// <summary>Items are not rounded; written down, they have 4 decimals.</summary>
    internal static decimal Item(Rational value) => value.RoundHalfUp(ItemDecimals).ToDecimal();

    /// <summary>Whether there may be zeros at the end; most numbers have none, and dividing is slow.</summary>
    private static bool EndsInZero(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var isSmall = bits[1] == 0 && bits[2] == 0;
        return value.Scale > 0 && !(isSmall && (uint)bits[0] % Ten != 0);
    }
}
