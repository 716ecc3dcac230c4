namespace Assessment.Engine.Properties;

/// <summary>What a number may be of which only the first decimals are shown; most are exact.</summary>
internal readonly record struct Interval(decimal Least, decimal Most)
{
    // Divisions of decimals end after 28 digits.
    private const decimal Tolerance = 0.000_000_000_001m;

    internal static Interval Exactly(decimal value) => new(value, value);

    internal static Interval Around(IEnumerable<decimal> values) =>
        values
            .Select(Exactly)
            .Aggregate((a, b) => new(Math.Min(a.Least, b.Least), Math.Max(a.Most, b.Most)));

    internal bool Contains(decimal value) =>
        value >= Least - Tolerance && value <= Most + Tolerance;

    /// <summary>Whether the number may be this one after it is changed, by rounding for example.</summary>
    internal bool Contains(decimal value, Func<decimal, decimal> changed) =>
        value >= changed(Least - Tolerance) && value <= changed(Most + Tolerance);

    internal Interval AtLeast(decimal floor) => new(Math.Max(Least, floor), Math.Max(Most, floor));

    internal static Interval Smallest(Interval a, Interval b) =>
        new(Math.Min(a.Least, b.Least), Math.Min(a.Most, b.Most));

    internal static Interval Largest(Interval a, Interval b) =>
        new(Math.Max(a.Least, b.Least), Math.Max(a.Most, b.Most));

    public static Interval operator +(Interval a, Interval b) =>
        new(a.Least + b.Least, a.Most + b.Most);

    public static Interval operator -(Interval a, Interval b) =>
        new(a.Least - b.Most, a.Most - b.Least);

    public static Interval operator *(Interval a, Interval b) =>
        Around([a.Least * b.Least, a.Least * b.Most, a.Most * b.Least, a.Most * b.Most]);

    public static Interval operator /(Interval a, Interval b) =>
        Around([a.Least / b.Least, a.Least / b.Most, a.Most / b.Least, a.Most / b.Most]);
}
