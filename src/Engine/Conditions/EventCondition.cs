using Assessment.Engine.Evaluation;
using Assessment.Engine.Explanation;
using Assessment.Engine.Language;

namespace Assessment.Engine.Conditions;

/// <summary><c>hasEvent</c>: the subject has an event under one of the rules.</summary>
internal sealed class EventCondition(IReadOnlyList<EventRule> rules) : Condition
{
    internal IReadOnlyList<EventRule> Rules { get; } = rules;

    internal override string Text =>
        $"有“{string.Join("、", Rules.Select(rule => rule.Title))}”事项";

    internal override bool? Decide(SubjectView at)
    {
        foreach (var happened in at.Events)
        {
            foreach (var rule in Rules)
            {
                if (ReferenceEquals(rule, happened.Rule))
                {
                    return true;
                }
            }
        }
        return false;
    }

    internal override string Seen(SubjectView at) =>
        Holds(at)
            ? EventText.Found([.. Found(at)])
            : $"没有{string.Join("、", Rules.Select(rule => rule.Title))}";

    /// <summary>The subject's events that make the condition hold.</summary>
    internal IEnumerable<ScoredEvent> Found(SubjectView at) =>
        at.Events.Where(happened => Rules.Contains(happened.Rule));
}
