using Assessment.Engine.Expressions;

namespace Assessment.Engine.Reading;

/// <summary>Says what is wrong with shares (比例) and weights (权重). The usual mistake is a percent sign left out.</summary>
internal static class Shares
{
    private const decimal Whole = 1m;
    private const decimal Hundred = 100m;

    /// <summary>What the sum should be and is; null where it is 100%, or where one of them could not be read.</summary>
    internal static string? NotWhole(IReadOnlyList<Constant> shares)
    {
        var sum = shares.Sum(share => share.Value);
        return sum == Whole || shares.Any(share => share.Text.Length == 0)
            ? null
            : $"应当是 100%，现为 {sum * Hundred:0.####}%{Percent(shares.Any(share => share.Value > Whole))}";
    }

    /// <summary>Whether it is a number, and none above 0% and up to 100%.</summary>
    internal static bool IsImpossible(Constant share) =>
        share.Text.Length > 0 && share.Value is <= 0m or > Whole;

    /// <summary>What was written instead of a share.</summary>
    internal static string Written(Constant share) =>
        $"，这里写的是 {share.Value * Hundred:0.####}%{Percent(share.Value > Whole)}";

    private static string Percent(bool isLeftOut) => isLeftOut ? "（是否漏写了百分号？）" : "";
}
