using Assessment.Engine;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Imports;

namespace Assessment.Scoring.Scores;

/// <summary>Decides whether a score (科室评分) can be taken in: what no rule of the scheme would read is refused, not kept silently.</summary>
public sealed class ScoreRules(Scheme scheme, SubjectIds subjects)
{
    private readonly HashSet<string> _lines = scheme
        .Collection.Lines.Select(line => line.Id)
        .ToHashSet(StringComparer.Ordinal);

    /// <param name="evidence">Where the score stands.</param>
    /// <exception cref="RowRefused">The scheme has no place for it.</exception>
    public Observation Check(ScoreRow row, string evidence)
    {
        if (!subjects.Contains(row.Area))
        {
            throw new RowRefused(
                "area",
                "unknownArea",
                $"没有编号为“{row.Area}”的居民区或工作人员。"
            );
        }

        if (!scheme.FactKinds.TryGetValue(row.Item, out var kind))
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

        CheckSubject(row, kind);
        if (kind.Range?.Contains(row.Score) == false)
        {
            throw new RowRefused(
                "score",
                "outOfRange",
                $"“{row.Item}”的分值应在 {kind.Range.Least:0.####} 至 {kind.Range.Most:0.####} 之间，现为 {row.Score:0.####}。"
            );
        }

        CheckTurnout(row);
        var by = CheckReporter(row, kind);
        CheckPeriod(row, kind.PeriodsOf(by));
        return new Observation(
            new FactKey(row.Area, row.Item, by, row.Period),
            Observation.Storable(row.Score),
            Storable(row.Count),
            Storable(row.Eligible),
            [row.Department is null ? evidence : $"{row.Department}：{evidence}"],
            row.Reason
        );
    }

    private static decimal? Storable(decimal? number) =>
        number is { } given ? Observation.Storable(given) : null;

    /// <summary>The engine refuses a whole calculation because of a person's score that is an area's.</summary>
    private void CheckSubject(ScoreRow row, FactKind kind)
    {
        var person = subjects.Staff.Contains(row.Area);
        if (person ? !kind.OfStaff : !kind.OfAreas)
        {
            throw new RowRefused(
                "area",
                "wrongSubject",
                person
                    ? $"“{row.Item}”评的是居民区，“{row.Area}”是工作人员。"
                    : $"“{row.Item}”评的是工作人员，“{row.Area}”是居民区。"
            );
        }
    }

    private static void CheckTurnout(ScoreRow row)
    {
        if (row.Count > row.Eligible)
        {
            throw new RowRefused(
                "count",
                "outOfRange",
                $"实际参加 {row.Count:0.####} 人，多于应参加的 {row.Eligible:0.####} 人。"
            );
        }
    }

    /// <returns>By whom the scheme reads the item; null where it does not tell reporters apart.</returns>
    private string? CheckReporter(ScoreRow row, FactKind kind)
    {
        if (kind.Sources.Count == 0 && !kind.AnySource)
        {
            return null;
        }

        // Where only one can have scored, nobody has to say who.
        var reporter = row.Department ?? (kind.Sources.Count == 1 ? kind.Sources[0] : null);
        if (reporter is null)
        {
            throw new RowRefused("department", Cells.Missing, "“department”不能为空。");
        }

        return kind.AnySource || kind.Sources.Contains(reporter, StringComparer.Ordinal)
            ? reporter
            : throw new RowRefused(
                "department",
                "wrongDepartment",
                $"“{row.Item}”由{string.Join("、", kind.Sources)}{(_lines.Contains(row.Item) ? "评分" : "填报")}，“{reporter}”不能评。"
            );
    }

    private static void CheckPeriod(ScoreRow row, IReadOnlyList<string> periods)
    {
        if (
            periods.Count == 0
                ? row.Period is not null
                : !periods.Contains(row.Period, StringComparer.Ordinal)
        )
        {
            var allowed = periods.Count == 0 ? "（空）" : string.Join("、", periods);
            throw new RowRefused(
                "period",
                "unknownPeriod",
                $"“{row.Item}”的期次应为{allowed}，现为“{row.Period ?? "（空）"}”。"
            );
        }
    }
}
