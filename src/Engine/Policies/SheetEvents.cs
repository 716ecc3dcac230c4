using Assessment.Engine.Conditions;
using Assessment.Engine.Expressions;
using Assessment.Engine.Language;

namespace Assessment.Engine.Policies;

/// <summary>The events (加减分事项) that change something on a sheet: points, or what conditions look for.</summary>
internal static class SheetEvents
{
    /// <summary>In the order of the scheme file.</summary>
    internal static IEnumerable<EventRule> Of(IEnumerable<ScoreSheet> sheets, Scheme scheme)
    {
        var used = sheets
            .SelectMany(sheet => Counted(sheet).Concat(LookedFor(sheet)))
            .Select(rule => rule.Id)
            .ToHashSet(StringComparer.Ordinal);
        return scheme.Collection.Events.Where(rule => used.Contains(rule.Id));
    }

    private static IEnumerable<EventRule> Counted(ScoreSheet sheet)
    {
        var calculations = sheet.Values.SelectMany(value => value.Expression.All()).ToList();
        return calculations
            .OfType<EventPoints>()
            .SelectMany(events => events.Rules)
            .Concat(calculations.OfType<Voidable>().SelectMany(item => item.Rules));
    }

    private static IEnumerable<EventRule> LookedFor(ScoreSheet sheet) =>
        Conditions(sheet)
            .OfType<Condition>()
            .SelectMany(condition => condition.All())
            .OfType<EventCondition>()
            .SelectMany(condition => condition.Rules);

    private static IEnumerable<Condition?> Conditions(ScoreSheet sheet) =>
        [
            sheet.Rank.Below,
            .. sheet.Asides.Select(aside => aside.When),
            .. sheet.Bands.Select(band => band.Always),
            .. sheet.Grades.SelectMany(grade => new[] { grade.When, grade.Unless }),
            .. sheet.Tiers.Select(tier => tier.Unless),
            .. sheet.Flags.Select(flag => flag.When),
        ];
}
