using Assessment.Engine.Expressions;

namespace Assessment.Engine.Evaluation;

/// <summary>What people must see of the areas.</summary>
internal static class AreaFindings
{
    private const string FactMissing = "fact.missing";

    internal static IEnumerable<Finding> Of(ScoreSheet sheet, SubjectTable table)
    {
        for (var subject = 0; subject < table.Areas.Count; subject++)
        {
            var at = table[subject];
            foreach (var finding in Unmet(sheet, at))
                yield return finding;
            foreach (var finding in Missing(sheet, at).DistinctBy(finding => finding.Detail))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> Unmet(ScoreSheet sheet, SubjectView at)
    {
        foreach (var rule in sheet.Findings)
        {
            var value = rule.Value.Evaluate(at);
            var least = rule.AtLeast.Evaluate(at);
            if (value.IsPresent && least.IsPresent && value.Value < least.Value)
            {
                yield return new(
                    rule.Code,
                    at.Area.Id,
                    rule.Detail,
                    $"{rule.Title}：{Shown.Number(value.Value)}，应不少于 {Shown.Number(least.Value)}"
                );
            }
        }
    }

    private static IEnumerable<Finding> Missing(ScoreSheet sheet, SubjectView at)
    {
        foreach (var value in sheet.Values)
        {
            if (at.Value(value.Index).State != CellState.Missing)
                continue;
            foreach (var reading in value.Expression.MissingFacts(at))
                yield return new(
                    FactMissing,
                    at.Area.Id,
                    reading.Key.ToString(),
                    $"“{value.Title}”缺少{reading.Name.Title}，不能得出总分"
                );
        }
    }
}
