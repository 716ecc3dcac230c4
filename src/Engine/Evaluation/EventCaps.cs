using Assessment.Engine.Expressions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Engine.Numbers;

namespace Assessment.Engine.Evaluation;

/// <summary>已计分值和上限: what events of a subject give already where a rule's events are counted.</summary>
/// <param name="Title">Of the item, the bonus or the deduction that counts them.</param>
/// <param name="Events">What the events are about that are counted together.</param>
/// <param name="Most">The most points that they give together; null where nothing limits them.</param>
/// <param name="Counted">The points of those that count, at most <paramref name="Most"/>.</param>
public sealed record EventCap(string Title, string Events, decimal? Most, decimal Counted);

/// <summary>Looks up where a scheme counts the events of a rule, and how much of each place is used. Pure.</summary>
public static class EventCaps
{
    /// <param name="ofAreas">Whether the subject is an area; otherwise a member of staff.</param>
    /// <param name="counted">The events of the subject that count; they fit the scheme.</param>
    /// <returns>One for each place that reads the rule; none for marks such as a veto.</returns>
    public static IReadOnlyList<EventCap> Of(
        Scheme scheme,
        string rule,
        bool ofAreas,
        IReadOnlyList<AssessmentEvent> counted
    )
    {
        var rules = scheme.Collection.Events.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var scored = counted
            .Where(happened => rules.ContainsKey(happened.Rule))
            .Select(happened => EventScoring.Score(happened, rules[happened.Rule]))
            .ToList();
        return
        [
            .. Sheets(scheme, ofAreas)
                .SelectMany(sheet => sheet.Values)
                .SelectMany(value =>
                    value
                        .Expression.All()
                        .OfType<EventPoints>()
                        .Where(part => part.Rules.Any(one => one.Id == rule))
                        .Select(part => Of(value, part, scored))
                )
                .Distinct(),
        ];
    }

    private static EventCap Of(NamedValue value, EventPoints part, List<ScoredEvent> scored)
    {
        var sum = part.Sum(scored);
        // An item with points of its own loses no more than those.
        var most = part.Most;
        if (most is null && value.Points is { } points)
        {
            most = points;
        }

        return new(
            value.Title,
            part.Names,
            most?.ToDecimal(),
            (most is { } limit ? Rational.Min(sum, limit) : sum).ToDecimal()
        );
    }

    private static IEnumerable<ScoreSheet> Sheets(Scheme scheme, bool ofAreas) =>
        !ofAreas ? scheme.Rules.StaffClasses
        : scheme.Rules.Areas is { } areas ? [areas]
        : [];
}
