using Assessment.Engine.Evaluation;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Expressions;

/// <summary>An event as it is counted for a subject.</summary>
/// <param name="Points">What it adds; 0 where another one counts instead.</param>
/// <param name="Raised">The better level that several holders of one award give; null where nothing is raised.</param>
/// <param name="Why">Why it does not count; null where it does.</param>
internal sealed record CountedEvent(
    ScoredEvent Scored,
    Rational Points,
    EventLevel? Raised,
    string? Why
);

/// <summary>Counts a subject's events under some rules: once, the highest of a work, one level up for several holders.</summary>
internal static class EventTally
{
    private const string AlreadyCounted = "只计一次，已计入另一事项";
    private const string HigherOfWork = "同一工作已按最高等级计入";

    /// <summary>Whether events count each by itself, so that their points may simply be added.</summary>
    internal static bool IsPlain(EventRule rule) =>
        !rule.Once && !rule.BestOfWork && rule.RaisedByHolders is null;

    /// <param name="events">All of one subject.</param>
    internal static List<CountedEvent> Of(
        IReadOnlyList<ScoredEvent> events,
        IReadOnlyList<EventRule> rules
    )
    {
        var tally = new List<CountedEvent>();
        foreach (var rule in rules)
        {
            var own = events.Where(happened => ReferenceEquals(happened.Rule, rule)).ToList();
            if (own.Count > 0)
            {
                tally.AddRange(Of(own, rule));
            }
        }
        // In the order of the events' ids, whatever the order of the rules.
        tally.Sort((a, b) => string.CompareOrdinal(a.Scored.Event.Id, b.Scored.Event.Id));
        return tally;
    }

    private static List<CountedEvent> Of(List<ScoredEvent> events, EventRule rule)
    {
        var counted = events.ConvertAll(happened => Raise(happened, events, rule));
        if (rule.BestOfWork)
        {
            counted = BestOf(counted, one => one.Scored.Event.Work, HigherOfWork);
        }

        if (rule.Once)
        {
            counted = BestOf(counted, _ => rule.Id, AlreadyCounted);
        }

        return counted;
    }

    private static CountedEvent Raise(
        ScoredEvent happened,
        List<ScoredEvent> events,
        EventRule rule
    )
    {
        if (rule.RaisedByHolders is not { } holders || happened.Event.Award is not { } award)
        {
            return new(happened, happened.Points, null, null);
        }

        var sharing = events
            .Where(one => string.Equals(one.Event.Award, award, StringComparison.Ordinal))
            .Select(one => one.Event.Holder)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Count();
        var level = rule.Levels.TakeWhile(one => one != happened.Level).Count();
        if (sharing < holders || level == 0)
        {
            return new(happened, happened.Points, null, null);
        }

        var better = rule.Levels[level - 1];
        var times = rule.Once ? 1m : happened.Event.Count ?? 1m;
        return new(happened, (Rational)better.Points * times, better, null);
    }

    /// <summary>Of those with the same key only the highest, the first of equals. Without a key each counts.</summary>
    private static List<CountedEvent> BestOf(
        List<CountedEvent> counted,
        Func<CountedEvent, string?> key,
        string why
    )
    {
        var best = new Dictionary<string, CountedEvent>(StringComparer.Ordinal);
        foreach (var one in counted)
        {
            if (
                key(one) is { } of
                && (!best.TryGetValue(of, out var known) || one.Points > known.Points)
            )
            {
                best[of] = one;
            }
        }
        return counted.ConvertAll(one =>
            key(one) is not { } of || ReferenceEquals(best[of], one)
                ? one
                : one with
                {
                    Points = default,
                    Why = why,
                }
        );
    }
}
