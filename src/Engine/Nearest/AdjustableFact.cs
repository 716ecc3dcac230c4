using System.Globalization;
using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Nearest;

/// <summary>A figure of a fact that may be moved by steps within its range.</summary>
/// <param name="Step">The smallest change, more than 0.</param>
/// <param name="Counted">What one step is, where it is a piece of something counted, for example <c>件</c>.</param>
internal sealed record AdjustableFact(
    Fact Fact,
    bool IsAbsent,
    string Title,
    NearestFigure Figure,
    Rational Least,
    Rational Most,
    Rational Step,
    string? Unit,
    string? Counted
)
{
    private const int Decimals = 2;
    private const string Percent = "%";

    /// <summary>5% of a rate would be less than 5% more.</summary>
    private const string PercentagePoint = "个百分点";

    internal Rational Now => Figure == NearestFigure.Value ? Fact.Value.Number : Fact.Count ?? 0m;

    /// <summary>How many whole or begun steps there are to the end of the range.</summary>
    internal int StepsTo(bool up)
    {
        var room = up ? Most - Now : Now - Least;
        return room.Sign <= 0
            ? 0
            : (int)Rational.Min(-(-room / Step).Floor(), MostSteps).ToDecimal();
    }

    /// <summary>The figure after so many steps, never beyond the range.</summary>
    internal Rational After(int steps, bool up) =>
        up ? Rational.Min(Most, Now + (steps * Step)) : Rational.Max(Least, Now - (steps * Step));

    internal Fact Changed(Rational to) =>
        Figure == NearestFigure.Value
            ? Fact with
            {
                Value = to,
            }
            : Fact with
            {
                Count = to.ToDecimal(),
            };

    /// <summary>The change in the fact's own unit.</summary>
    internal string Describe(int steps, Rational to)
    {
        var more = to > Now;
        if (Counted is { } unit)
        {
            return $"{(more ? "多" : "少")} {steps} {unit}（{Number(Now)} → {Number(to)}{Unit}）";
        }

        var change = NumberFormat.Number(Rational.Max(to - Now, Now - to));
        var step = Unit == Percent ? PercentagePoint : Unit;
        return $"{(more ? "增加" : "减少")} {change} {step}（{Number(Now)} → {Number(to)}）".Replace(
            "  ",
            " ",
            StringComparison.Ordinal
        );
    }

    /// <summary>Nobody would look for more.</summary>
    private const int MostSteps = 1 << 20;

    private static string Number(Rational value) => value.ToString(Decimals);
}
