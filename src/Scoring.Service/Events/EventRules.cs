using Assessment.Engine;
using Assessment.ServiceDefaults.Imports;

namespace Assessment.Scoring.Events;

/// <summary>Decides whether an event fits the scheme's rules.</summary>
public sealed class EventRules(Scheme scheme, IReadOnlySet<string> subjects)
{
    private readonly Dictionary<string, EventRule> _rules = scheme.Collection.Events.ToDictionary(
        rule => rule.Id,
        StringComparer.Ordinal
    );

    /// <exception cref="RowRefused">The scheme has no place for it.</exception>
    public EventRow Check(EventRow row)
    {
        if (!subjects.Contains(row.Subject))
        {
            throw new RowRefused(
                "subject",
                "unknownSubject",
                $"没有编号为“{row.Subject}”的居民区或工作人员。"
            );
        }

        if (!_rules.TryGetValue(row.Rule, out var rule))
        {
            throw new RowRefused(
                "rule",
                "unknownRule",
                $"方案中没有“{row.Rule}”这一加减分规则（有：{string.Join("、", _rules.Keys)}）。"
            );
        }

        if (rule.Range is { } range)
        {
            CheckPoints(row, range);
        }
        else if (rule.Levels.All(level => level.Id != row.Level))
        {
            throw new RowRefused(
                "level",
                "unknownLevel",
                $"“{rule.Title}”的级别应为 {string.Join("、", rule.Levels.Select(level => level.Id))} 之一，现为“{row.Level ?? "（空）"}”。"
            );
        }

        return row;
    }

    private static void CheckPoints(EventRow row, PointRange range)
    {
        if (row.Points is not { } points)
        {
            throw new RowRefused("points", Cells.Missing, "“points”不能为空。");
        }

        if (!range.Contains(points))
        {
            throw new RowRefused(
                "points",
                "outOfRange",
                $"分值应在 {range.Least:0.####} 至 {range.Most:0.####} 之间，现为 {points:0.####}。"
            );
        }
    }
}
