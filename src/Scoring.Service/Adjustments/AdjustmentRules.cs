using Assessment.Engine.Language;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Scores;
using Assessment.ServiceDefaults.DomainExceptions;

namespace Assessment.Scoring.Adjustments;

/// <summary>Whether the scheme has a place for adjusted values.</summary>
internal static class AdjustmentRules
{
    /// <returns>The values under the names by which the ledger keeps the indicators.</returns>
    /// <exception cref="AdjustedValuesMustFitTheScheme">There is none for one of them, it is out of range, or there are no values.</exception>
    public static IReadOnlyList<AdjustedValue> Fitting(
        IReadOnlyList<AdjustedValue> values,
        Scheme scheme,
        SubjectIds subjects
    )
    {
        var problems = values
            .Select(value => ProblemOf(value, scheme, subjects))
            .OfType<Problem>()
            .ToList();
        if (values.Count == 0)
        {
            problems.Add(new Problem("missingValue", "请填写要调整的指标和数值。"));
        }

        var kept = values
            .Where(value => scheme.FactKinds.ContainsKey(value.Item))
            .Select(value =>
                value with
                {
                    By = ScoreRules.ReporterOf(scheme.FactKinds[value.Item], value.By),
                }
            )
            .ToList();
        if (kept.DistinctBy(value => value.Key).Count() < kept.Count)
        {
            problems.Add(new Problem("valueTwice", "同一指标写了不止一次。"));
        }

        return problems.Count > 0 ? throw new AdjustedValuesMustFitTheScheme(problems) : kept;
    }

    private static Problem? ProblemOf(AdjustedValue value, Scheme scheme, SubjectIds subjects)
    {
        if (!subjects.Contains(value.Subject))
        {
            return new Problem(
                "unknownArea",
                $"没有编号为“{value.Subject}”的居民区或工作人员。",
                Column: value.Subject
            );
        }

        if (!scheme.FactKinds.TryGetValue(value.Item, out var kind) || !IsKnown(value, kind))
        {
            return new Problem(
                "unknownItem",
                $"方案中没有“{value.Key}”这一指标，请写明项目、来源和时段。",
                Column: value.Item
            );
        }

        return kind.Range?.Contains(value.Value) == false || !kind.IsOnStep(value.Value)
            ? new Problem(
                "outOfRange",
                $"“{kind.Title}”的数值超出方案规定的范围或步长，现为 {value.Value:0.####}。",
                Column: value.Item
            )
            : null;
    }

    private static bool IsKnown(AdjustedValue value, FactKind kind)
    {
        var by = ScoreRules.ReporterOf(kind, value.By);
        var periods = kind.PeriodsOf(by);
        return (
                by is null
                    ? kind.Sources.Count == 0 && !kind.AnySource
                    : kind.AnySource || kind.Sources.Contains(by, StringComparer.Ordinal)
            )
            && (
                periods.Count == 0
                    ? value.Period is null
                    : periods.Contains(value.Period, StringComparer.Ordinal)
            );
    }
}
