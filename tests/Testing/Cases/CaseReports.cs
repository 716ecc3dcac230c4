using Assessment.Contracts;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Testing.Cases;

/// <summary>A case's facts as the sources that collect them report them.</summary>
public static class CaseReports
{
    /// <summary>Whether only panels report it.</summary>
    public static bool IsOfPanel(this Scheme scheme, Fact fact) =>
        scheme.FactKinds.TryGetValue(fact.Item, out var kind)
        && kind.ReportedBy?.Kind == ReporterKind.Panel;

    public static ReportedFact ToReported(this Fact fact) =>
        new(
            fact.Item,
            fact.By,
            fact.Period,
            fact.Value.Number.ToDecimal(),
            fact.Count,
            fact.Eligible,
            []
        )
        {
            Mean = fact.Value.Mean is { } mean ? new(mean.Sum, mean.Count) : null,
        };

    /// <summary>What panels report, subject by subject.</summary>
    public static IEnumerable<FactsReported> OfPanels(
        Scheme scheme,
        FactSet facts,
        string township,
        Guid cycle,
        DateTimeOffset at
    ) =>
        facts
            .Facts.Where(scheme.IsOfPanel)
            .GroupBy(fact => fact.Subject, StringComparer.Ordinal)
            .Select(group => new FactsReported(
                township,
                cycle,
                Collector.Panel.Name,
                group.Key,
                1,
                at,
                [.. group.Select(ToReported)]
            ));
}
