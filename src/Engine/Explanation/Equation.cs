using System.Runtime.InteropServices;
using Assessment.Engine.Evaluation;
using Assessment.Engine.Expressions;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Explanation;

/// <summary>
/// A calculation with its result in writing, such as <c>0.3 × 85.5 = 25.65</c>. Whoever recalculates the printed numbers
/// gets the printed result; where decimals had to be left out, the line says ≈ and prints so many that what the printed
/// numbers give, rounded to the decimals of the printed result, is that result.
/// </summary>
/// <param name="Text">Without the sign of equality where there is nothing to calculate.</param>
/// <param name="Result">The printed result.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Equation(string Text, Rational Result)
{
    /// <summary>A result with more decimals than this is rounded.</summary>
    private const int DecimalsInFull = 8;

    private const int Step = 2;

    /// <summary>Two digits more each time; a few are enough unless numbers are huge.</summary>
    private const int MostDecimals = 60;

    /// <param name="rounded">To how many decimals the scheme rounds the result; null where it does not.</param>
    /// <param name="least">Decimals that the result has at least, where it is rounded for printing.</param>
    internal static Equation Of(
        Expression expression,
        SubjectView at,
        int? rounded = null,
        int least = NumberFormat.Decimals
    )
    {
        var exact = (expression as Round)?.Exact ?? expression;
        return Of(
            decimals => exact.Write(at with { Decimals = decimals }).Text,
            decimals => exact.Evaluate(at with { Decimals = decimals }).OrNull,
            exact.Evaluate(at).Value,
            (expression as Round)?.Decimals ?? rounded,
            least
        );
    }

    /// <param name="write">The calculation with numbers of so many decimals.</param>
    /// <param name="recalculate">What those printed numbers give; null where that is nothing.</param>
    /// <param name="exact">What it gives without any rounding.</param>
    internal static Equation Of(
        Func<int, string> write,
        Func<int, Rational?> recalculate,
        Rational exact,
        int? rounded,
        int least = NumberFormat.Decimals
    )
    {
        var printed = Printed(exact, rounded, least);
        var decimals = NumberFormat.Decimals;
        while (decimals < MostDecimals && !Agrees(recalculate(decimals), printed))
        {
            decimals += Step;
        }

        var written = write(decimals);
        var isExact = printed == exact && recalculate(decimals) == exact;
        var result = NumberFormat.Whole(printed);
        var text = string.Equals(written, result, StringComparison.Ordinal)
            ? written
            : $"{written} {(isExact ? "=" : "≈")} {result}";
        if (rounded is not { } places || printed == exact.RoundHalfUp(places))
        {
            return new(text, printed);
        }

        var last = exact.RoundHalfUp(places);
        return new($"{text} ≈ {NumberFormat.Whole(last)}", last);
    }

    /// <summary>Whole where the decimals soon end, else rounded, and never so that rounding it again gives another result.</summary>
    private static Rational Printed(Rational exact, int? rounded, int least)
    {
        if (exact.Decimals <= Math.Max(DecimalsInFull, least))
        {
            return exact;
        }

        for (var decimals = least; ; decimals += Step)
        {
            var printed = exact.RoundHalfUp(decimals);
            if (
                rounded is not { } places
                || printed.RoundHalfUp(places) == exact.RoundHalfUp(places)
            )
            {
                return printed;
            }
        }
    }

    private static bool Agrees(Rational? recalculated, Rational printed) =>
        recalculated is { } value
        && value.RoundHalfUp(printed.Decimals ?? NumberFormat.MostDecimals) == printed;
}
