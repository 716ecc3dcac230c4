using Assessment.Engine.Language;
using Assessment.Imports;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Risks;

namespace Assessment.Scoring.Events;

/// <summary>Decides whether an event fits the scheme's rules.</summary>
/// <param name="risks">By which shares may be waived.</param>
public sealed class EventRules(Scheme scheme, SubjectIds subjects, FiledRisks risks)
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

        if (rule.Levels.Count > 0)
        {
            CheckLevel(row, rule);
        }

        if (rule.Mark == EventMark.VoidsItem)
        {
            CheckItem(row, rule);
        }

        if (rule.Waiver is { } waiver)
        {
            CheckWaiver(row, waiver);
        }

        if (rule.Waiver is not null && row.Waiver is { } share && share != 0m)
        {
            risks.Admit(row.Risk, row.Rule, row.Subject, row.Date);
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

    private static void CheckLevel(EventRow row, EventRule rule)
    {
        if (rule.Levels.All(level => level.Id != row.Level))
        {
            throw new RowRefused(
                "level",
                "unknownLevel",
                $"“{rule.Title}”的级别应为 {string.Join("、", rule.Levels.Select(level => level.Id))} 之一，现为“{row.Level ?? "（空）"}”。"
            );
        }
    }

    private void CheckItem(EventRow row, EventRule rule)
    {
        if (row.Item is null)
        {
            throw new RowRefused(
                "item",
                Cells.Missing,
                $"“{rule.Title}”须写明计 0 分的考核项目，“item”不能为空。"
            );
        }

        if (!scheme.VoidableItems.Contains(row.Item))
        {
            throw new RowRefused("item", "unknownItem", $"方案中没有“{row.Item}”这一考核项目。");
        }
    }

    private static void CheckWaiver(EventRow row, WaiverRule waiver)
    {
        if (row.Waiver is { } share && share != 0m && !waiver.Shares.Contains(share))
        {
            throw new RowRefused(
                "waiver",
                "outOfRange",
                $"免责比例应为 {string.Join("、", waiver.Shares.Select(one => $"{one:0.####}"))} 之一，现为 {share:0.####}。"
            );
        }
    }
}
