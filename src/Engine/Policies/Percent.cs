namespace Assessment.Engine.Policies;

/// <summary>Shares as people write them.</summary>
internal static class Percent
{
    private const decimal Hundred = 100m;

    /// <summary>For example <c>2.31%</c>.</summary>
    internal static string Of(decimal share) => $"{share * Hundred:0.##}%";
}
