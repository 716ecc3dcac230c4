using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Evaluation;

/// <summary>What one event gives under its rule.</summary>
internal static class EventScoring
{
    /// <summary>Why the event cannot be taken, or null.</summary>
    /// <param name="items">The items that an event may void.</param>
    internal static FactProblem? Problem(
        AssessmentEvent happened,
        EventRule rule,
        IReadOnlySet<string> items
    )
    {
        if (rule.Range is { } range && !(happened.Points is { } points && range.Contains(points)))
        {
            return new(
                "event-points-out-of-range",
                happened.Id,
                $"加减分事项“{happened.Id}”的分值应当在 {range.Least:0.####} 到 {range.Most:0.####} 之间"
            );
        }

        if (rule.Levels.Count > 0 && LevelOf(happened, rule) is null)
        {
            return new(
                "event-level-unknown",
                happened.Id,
                $"加减分事项“{happened.Id}”的级别应当是 {string.Join("、", rule.Levels.Select(level => level.Id))} 之一"
            );
        }

        if (!FactChecks.IsCount(happened.Count))
        {
            return new(
                "event-count-impossible",
                happened.Id,
                $"加减分事项“{happened.Id}”的次数应当是整数，不能小于 0"
            );
        }

        if (rule.Mark == EventMark.VoidsItem && !items.Contains(happened.Item ?? ""))
        {
            return new(
                "event-item-unknown",
                happened.Id,
                $"加减分事项“{happened.Id}”须写明计 0 分的考核项目，方案里没有“{happened.Item}”"
            );
        }

        return
            rule.Waiver is { } waiver
            && happened.Waiver is { } share
            && share != 0m
            && !waiver.Shares.Contains(share)
            ? new(
                "event-waiver-unknown",
                happened.Id,
                $"加减分事项“{happened.Id}”的免责比例应当是 {string.Join("、", waiver.Shares.Select(one => $"{one:0.####}"))} 之一"
            )
            : null;
    }

    /// <summary>Points × count (1 if absent) less what is waived. A mark gives none.</summary>
    internal static ScoredEvent Score(AssessmentEvent happened, EventRule rule)
    {
        var level = LevelOf(happened, rule);
        Rational points =
            rule.Mark is not null ? 0m
            : rule.Range is not null ? happened.Points!.Value
            : level?.Points ?? rule.Each!.Value;
        if (happened.Count is { } count && !rule.Once)
        {
            points *= count;
        }

        if (Waived(happened, rule) is { } share)
        {
            points *= Rational.One - share;
        }

        return new(happened, rule, level, points);
    }

    /// <summary>The approved share that is not deducted; null where nothing is waived.</summary>
    internal static decimal? Waived(AssessmentEvent happened, EventRule rule) =>
        rule.Waiver is not null && happened.Waiver is { } share && share != 0m ? share : null;

    private static EventLevel? LevelOf(AssessmentEvent happened, EventRule rule)
    {
        foreach (var level in rule.Levels)
        {
            if (string.Equals(level.Id, happened.Level, StringComparison.Ordinal))
            {
                return level;
            }
        }
        return null;
    }
}
