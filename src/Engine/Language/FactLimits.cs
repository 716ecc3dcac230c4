using Assessment.Engine.Facts;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Language;

/// <summary>
/// What values a fact may have. What the scheme does not say follows from what the fact counts: nothing is less than 0,
/// and people, households or tickets are whole.
/// </summary>
/// <param name="Most">Null where there is no limit.</param>
/// <param name="Step">A single value is a whole number of steps above the least; null where it may be any.</param>
internal sealed record FactLimits(Rational Least, Rational? Most, Rational? Step)
{
    /// <summary>Units of what can be counted: 计数单位.</summary>
    private static readonly HashSet<string> CountingUnits = new(
        "户人件份次个场起名项处条家张例宗封只台辆栋幢所期".Select(unit => unit.ToString()),
        StringComparer.Ordinal
    );

    internal static FactLimits Of(FactDeclaration fact) =>
        new(fact.Range?.Least ?? 0m, fact.Range?.Most, fact.Step);

    internal static FactLimits Of(ScoreLine line) => new(line.Least, line.Most, line.Step);

    /// <summary>The step of a fact of which the scheme names none.</summary>
    internal static decimal? UsualStep(string? unit, PointRange? range) =>
        unit is null ? (range is null ? 1m : null)
        : CountingUnits.Contains(unit) ? 1m
        : null;

    internal bool Contains(Rational value) =>
        value >= Least && (Most is not { } most || value <= most);

    /// <summary>Of a mean no step can be asked.</summary>
    internal bool IsOnStep(FactValue value) =>
        Step is not { } step
        || value.Mean is not null
        || (value.Number - Least) / step is var steps && steps == steps.Floor();
}
