using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Nearest;

/// <summary>最小变动: the smallest change of one fact that moves a subject.</summary>
/// <param name="Aim">What is moved.</param>
/// <param name="IsBetter">Whether it is moved up.</param>
/// <param name="Fact">The fact as it is now.</param>
/// <param name="IsAbsent">Whether the fact is not there now, and its value is what the scheme counts instead.</param>
/// <param name="Title">How people call the fact.</param>
/// <param name="Figure">Which figure of the fact is changed.</param>
/// <param name="To">The figure that is enough.</param>
/// <param name="Steps">How many of the fact's smallest steps that is; never 0.</param>
/// <param name="Change">The change in the fact's own unit, for example <c>多解决 1 件</c>.</param>
/// <param name="Before">The rank, grade, tier or band now; null where there is none.</param>
/// <param name="After">The same with the change.</param>
public sealed record NearestChange(
    NearestAim Aim,
    bool IsBetter,
    Fact Fact,
    bool IsAbsent,
    string Title,
    NearestFigure Figure,
    Rational From,
    Rational To,
    int Steps,
    string Change,
    string? Before,
    string? After
);

/// <summary>What a change is to move.</summary>
public enum NearestAim
{
    /// <summary>名次.</summary>
    Rank,

    /// <summary>等次.</summary>
    Grade,

    /// <summary>档次 of an area.</summary>
    Tier,

    /// <summary>分档 of a person.</summary>
    Band,
}

/// <summary>Which figure of a fact.</summary>
public enum NearestFigure
{
    Value,

    /// <summary>How many took part in a vote.</summary>
    Count,
}
