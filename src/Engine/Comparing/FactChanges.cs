using Assessment.Engine.Decisions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Comparing;

/// <summary>Compares two sets of facts: who is there, the facts item by item, the events rule by rule.</summary>
internal sealed class FactChanges(Scheme scheme, FactSet first, FactSet second)
{
    /// <summary>Each difference, with the facts after it.</summary>
    internal IEnumerable<(ComparisonStep Step, FactSet Facts)> Steps()
    {
        var facts = first;
        if (!SameSubjects())
        {
            facts = WithSubjects();
            yield return (
                new("居民区、人员名单及其情况", null, ComparisonStepKind.Subjects),
                facts
            );
        }
        foreach (var item in Different(facts.Facts, second.Facts, fact => fact.Item, Same))
        {
            facts = facts with
            {
                Facts =
                [
                    .. facts.Facts.Where(fact => !Is(fact.Item, item)),
                    .. second.Facts.Where(fact => Is(fact.Item, item)),
                ],
            };
            yield return (ItemStep(item), facts);
        }
        foreach (var rule in Different(facts.Events, second.Events, one => one.Rule, Same))
        {
            facts = facts with { Events = Taken(rule, facts.Events) };
            yield return (RuleStep(rule), facts);
        }
        foreach (
            var subject in Different(facts.Decisions, second.Decisions, one => one.Subject, Same)
        )
        {
            facts = facts with
            {
                Decisions =
                [
                    .. facts.Decisions.Where(one => !Is(one.Subject, subject)),
                    .. second.Decisions.Where(one => Is(one.Subject, subject)),
                ],
            };
            yield return (DecisionStep(subject), facts);
        }
    }

    /// <summary>The second's events of the rule instead of the first's. Two sets may number other events alike.</summary>
    private List<AssessmentEvent> Taken(string rule, IReadOnlyList<AssessmentEvent> events)
    {
        var kept = events.Where(one => !Is(one.Rule, rule)).ToList();
        var ids = kept.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. kept,
            .. second
                .Events.Where(one => Is(one.Rule, rule))
                .Select(one => ids.Contains(one.Id) ? one with { Id = $"{rule}/{one.Id}" } : one),
        ];
    }

    private bool SameSubjects() =>
        first.Areas.ToHashSet().SetEquals(second.Areas)
        && first.Staff.ToHashSet().SetEquals(second.Staff);

    /// <summary>The second's areas and staff; of whom it does not have, the facts go too.</summary>
    private FactSet WithSubjects()
    {
        var ids = second
            .Areas.Select(area => area.Id)
            .Concat(second.Staff.Select(person => person.Id))
            .ToHashSet(StringComparer.Ordinal);
        return first with
        {
            Areas = second.Areas,
            Staff = second.Staff,
            Facts = [.. first.Facts.Where(fact => ids.Contains(fact.Subject))],
            Events = [.. first.Events.Where(one => ids.Contains(one.Subject))],
            Decisions = [.. first.Decisions.Where(one => ids.Contains(one.Subject))],
        };
    }

    /// <summary>The keys of which the elements differ, in the order of the second.</summary>
    private static List<string> Different<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> key,
        Func<T, object> same
    )
    {
        var own = before.ToLookup(key, same, StringComparer.Ordinal);
        var others = after.ToLookup(key, same, StringComparer.Ordinal);
        return others
            .Select(group => group.Key)
            .Concat(own.Select(group => group.Key))
            .Distinct(StringComparer.Ordinal)
            .Where(one => !own[one].ToHashSet().SetEquals(others[one]))
            .ToList();
    }

    // Who reported it, when, and from what evidence changes no result.
    private static object Same(Fact fact) =>
        (fact.Subject, fact.Key, fact.Value.Number, fact.Count, fact.Eligible);

    private static object Same(AssessmentEvent one) => one with { Date = null, Evidence = null };

    // The reason changes no result.
    private static object Same(Decision one) => (one.Grade, one.Tier);

    private ComparisonStep DecisionStep(string subject)
    {
        var name =
            second.Areas.Concat(first.Areas).FirstOrDefault(area => Is(area.Id, subject))?.Name
            ?? second.Staff.Concat(first.Staff).FirstOrDefault(one => Is(one.Id, subject))?.Name;
        var decided = second.Decisions.FirstOrDefault(one => Is(one.Subject, subject));
        return new(
            decided is null
                ? $"撤销对{name ?? subject}的决定"
                : $"{name ?? subject}决定为{decided.Grade ?? decided.Tier}",
            null,
            ComparisonStepKind.Decisions
        );
    }

    private ComparisonStep ItemStep(string item)
    {
        if (scheme.Collection.Lines.FirstOrDefault(line => Is(line.Id, item)) is { } scored)
        {
            return new($"{item} {scored.Title}", scored.Citation.Clause, ComparisonStepKind.Facts);
        }

        var title = scheme.Facts.GetValueOrDefault(item)?.Title ?? item;
        return new(title, ClauseOf(item), ComparisonStepKind.Facts);
    }

    private ComparisonStep RuleStep(string rule) =>
        scheme.Rules.Events.TryGetValue(rule, out var known)
            ? new(known.Title, known.Citation.Clause, ComparisonStepKind.Events)
            : new(rule, null, ComparisonStepKind.Events);

    /// <summary>The clause of the first value that reads the fact.</summary>
    private string? ClauseOf(string item) =>
        scheme
            .Rules.StaffClasses.Prepend(scheme.Rules.Areas)
            .OfType<ScoreSheet>()
            .SelectMany(sheet => sheet.Values)
            .FirstOrDefault(value =>
                value.Expression.All().Any(part => Is((part as Expressions.IReadsFact)?.Item, item))
            )
            ?.Citation.Clause;

    private static bool Is(string? a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
