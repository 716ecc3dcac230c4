namespace Assessment.Scoring.Ledger;

/// <summary>Stored numbers carry as many zeros as their column has decimals; what leaves the service does not.</summary>
public static class Normalization
{
    // Dividing by this one leaves the value and drops the zeros at its end.
    private const decimal One = 1.0000000000000000000000000000m;

    public static decimal Of(decimal value) => value / One;

    public static decimal? Of(decimal? value) => value is { } number ? Of(number) : null;
}
