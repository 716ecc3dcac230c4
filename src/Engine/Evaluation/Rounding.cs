namespace Assessment.Engine.Evaluation;

/// <summary>四舍五入: the one place where numbers are rounded.</summary>
internal static class Rounding
{
    /// <summary>Half up means away from zero at a half, also below zero.</summary>
    internal static decimal HalfUp(decimal value, int decimals) =>
        decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
