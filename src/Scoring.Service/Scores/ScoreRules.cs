using Assessment.Engine;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Imports;

namespace Assessment.Scoring.Scores;

/// <summary>Decides whether a score (科室评分) can be taken in: what no rule of the scheme would read is refused, not kept silently.</summary>
public sealed class ScoreRules(Scheme scheme, IReadOnlySet<string> subjects)
{
    private readonly Dictionary<string, ScoreLine> _lines = scheme.Collection.Lines.ToDictionary(
        line => line.Id,
        StringComparer.Ordinal
    );

    /// <param name="evidence">Where the score stands.</param>
    /// <exception cref="RowRefused">The scheme has no place for it.</exception>
    public Observation Check(ScoreRow row, string evidence)
    {
        if (!subjects.Contains(row.Area))
        {
            throw new RowRefused("area", "unknownArea", $"没有编号为“{row.Area}”的居民区。");
        }

        if (!scheme.FactRanges.TryGetValue(row.Item, out var range))
        {
            throw new RowRefused("item", "unknownItem", $"方案中没有“{row.Item}”这一项。");
        }

        if (CollectedItems.Of(scheme, row.Item) is { } source)
        {
            throw new RowRefused(
                "item",
                "collectedElsewhere",
                $"“{row.Item}”由{source}自动汇总，不能在此录入。"
            );
        }

        if (range?.Contains(row.Score) == false)
        {
            throw new RowRefused(
                "score",
                "outOfRange",
                $"“{row.Item}”的分值应在 {range.Least:0.####} 至 {range.Most:0.####} 之间，现为 {row.Score:0.####}。"
            );
        }

        var by = CheckDepartment(row);
        CheckPeriod(row, by);
        return new Observation(
            new FactKey(row.Area, row.Item, by, row.Period),
            Observation.Storable(row.Score),
            Count: null,
            Eligible: null,
            [row.Department is null ? evidence : $"{row.Department}：{evidence}"],
            row.Reason
        );
    }

    /// <returns>By whom the scheme reads the item; null where it does not tell departments apart.</returns>
    private string? CheckDepartment(ScoreRow row)
    {
        if (!_lines.TryGetValue(row.Item, out var line))
        {
            var readFromNobody = scheme.PeriodsRead(row.Item, by: null).Count > 0;
            return readFromNobody ? null : row.Department;
        }

        if (row.Department is null)
        {
            throw new RowRefused("department", Cells.Missing, "“department”不能为空。");
        }

        return line.Departments.Contains(row.Department, StringComparer.Ordinal)
            ? row.Department
            : throw new RowRefused(
                "department",
                "wrongDepartment",
                $"“{row.Item}”由{string.Join("、", line.Departments)}评分，“{row.Department}”不能评。"
            );
    }

    private void CheckPeriod(ScoreRow row, string? by)
    {
        var periods = scheme.PeriodsRead(row.Item, by);
        if (periods.Count > 0 && !periods.Contains(row.Period, StringComparer.Ordinal))
        {
            var allowed = string.Join("、", periods.Select(period => period ?? "（空）"));
            throw new RowRefused(
                "period",
                "unknownPeriod",
                $"“{row.Item}”的期次应为{allowed}，现为“{row.Period ?? "（空）"}”。"
            );
        }
    }
}
