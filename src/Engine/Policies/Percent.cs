using Assessment.Engine.Numbers;

namespace Assessment.Engine.Policies;

/// <summary>Shares as people write them.</summary>
internal static class Percent
{
    private const int Decimals = 2;
    private static readonly Rational Hundred = 100;

    /// <summary>For example <c>2.31%</c>.</summary>
    internal static string Of(Rational share) => $"{(share * Hundred).ToString(Decimals)}%";
}
