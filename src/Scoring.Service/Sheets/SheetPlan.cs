using Assessment.Engine.Language;

namespace Assessment.Scoring.Sheets;

/// <summary>A sheet that the scheme asks for.</summary>
/// <param name="PeriodTitle">Null where the department scores once a year.</param>
/// <param name="Items">What stands on it, in the scheme's order.</param>
/// <param name="IsOptional">Whether it is only another way to report a year that is usually reported otherwise.</param>
public sealed record SheetSpec(
    SheetKey Key,
    string? PeriodTitle,
    IReadOnlyList<FactKind> Items,
    bool IsOptional
);

/// <summary>Which sheets a scheme asks for: each department's lines and the facts that are asked of it alone, by period.</summary>
public static class SheetPlan
{
    public static IReadOnlyList<SheetSpec> Of(Scheme scheme)
    {
        var lines = scheme.Collection.Lines.ToDictionary(line => line.Id, StringComparer.Ordinal);
        var titles = scheme
            .Collection.Lines.SelectMany(line => line.Periods)
            .DistinctBy(period => period.Key, StringComparer.Ordinal)
            .ToDictionary(period => period.Key, period => period.Value, StringComparer.Ordinal);
        return
        [
            .. InOrder(scheme)
                .SelectMany(kind => PlacesOf(kind, lines))
                .GroupBy(place => place.Key, place => (place.Kind, place.IsOptional))
                .Select(sheet => new SheetSpec(
                    sheet.Key,
                    titles.GetValueOrDefault(sheet.Key.Period),
                    [.. sheet.Select(one => one.Kind)],
                    sheet.All(one => one.IsOptional)
                )),
        ];
    }

    /// <exception cref="SheetMustBeOfTheScheme">The scheme asks for no such sheet.</exception>
    public static SheetSpec Find(Scheme scheme, SheetKey key) =>
        Of(scheme).FirstOrDefault(sheet => sheet.Key == key)
        ?? throw new SheetMustBeOfTheScheme($"{key}");

    /// <summary>The periods of all sheets, empty for what is scored once a year.</summary>
    public static IReadOnlySet<string> Periods(Scheme scheme) =>
        Of(scheme).Select(sheet => sheet.Key.Period).ToHashSet(StringComparer.Ordinal);

    /// <summary>Lines as they are written; the other facts of departments after them.</summary>
    private static IEnumerable<FactKind> InOrder(Scheme scheme) =>
        [
            .. scheme.Collection.Lines.Select(line => scheme.FactKinds[line.Id]),
            .. scheme
                .FactKinds.Values.Where(kind => kind.ReportedBy?.Department is not null)
                .OrderBy(kind => kind.Item, StringComparer.Ordinal),
        ];

    private static IEnumerable<(SheetKey Key, FactKind Kind, bool IsOptional)> PlacesOf(
        FactKind kind,
        Dictionary<string, ScoreLine> lines
    )
    {
        var line = lines.GetValueOrDefault(kind.Item);
        IReadOnlyList<string> departments = line?.Departments ?? [kind.ReportedBy!.Department!];
        foreach (var department in departments)
        {
            var periods = kind.PeriodsOf(line is null ? null : department);
            foreach (var period in periods.DefaultIfEmpty(""))
            {
                yield return (
                    new SheetKey(department, period),
                    kind,
                    line is { Sets: [var usual, ..] }
                        && !usual.Contains(period, StringComparer.Ordinal)
                );
            }
        }
    }
}
