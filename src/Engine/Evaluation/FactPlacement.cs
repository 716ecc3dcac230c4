using Assessment.Engine.Decisions;
using Assessment.Engine.Facts;
using Assessment.Engine.Language;

namespace Assessment.Engine.Evaluation;

/// <summary>Puts facts and events where the rules look for them, and refuses what no rule can take.</summary>
internal sealed class FactPlacement
{
    private readonly SchemeRules _rules;
    private readonly FactSet _facts;
    private readonly bool _areSupposed;
    private const string OnTheLists = "id";
    private const string Item = "item";
    private const string EventRule = "rule";

    private readonly FactProblemList _problems = new();
    private readonly Dictionary<string, Position> _subjects;
    private readonly Subject[] _areas;
    private readonly Subject[] _staff;

    /// <summary>The position of a subject: among the areas or among the staff.</summary>
    private readonly record struct Position(bool IsArea, int Row);

    private FactPlacement(SchemeRules rules, FactSet facts, bool areSupposed)
    {
        _rules = rules;
        _facts = facts;
        _areSupposed = areSupposed;
        _subjects = new(facts.Areas.Count + facts.Staff.Count, StringComparer.Ordinal);
        _areas = new Subject[facts.Areas.Count];
        _staff = new Subject[facts.Staff.Count];
    }

    /// <param name="areSupposed">Whether nobody reported them.</param>
    /// <exception cref="FactSetException">The facts do not fit the scheme or each other.</exception>
    internal static PlacedFacts Place(Scheme scheme, FactSet facts, bool areSupposed)
    {
        var placement = new FactPlacement(scheme.Rules, facts, areSupposed);
        placement.TakeSubjects();
        var areas = new FactStore(scheme.Rules.AreaFacts, placement._areas.Length);
        var staff = new FactStore(scheme.Rules.StaffFacts, placement._staff.Length);
        placement.TakeFacts(areas, staff);
        placement.TakeEvents(areas, staff);
        placement.LookAtDecisions();
        return placement._problems.IsEmpty
            ? new(placement._areas, areas, placement._staff, staff)
            : throw new FactSetException(placement._problems.All());
    }

    private void TakeSubjects()
    {
        var attributes = new AttributeChecks(_rules.Attributes, _problems);
        var areas = _facts.Areas.ToArray();
        Array.Sort(areas, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < areas.Length; i++)
        {
            _areas[i] = new(areas[i], Person: null, i);
            if (FactChecks.Problem(areas[i]) is { } problem)
            {
                _problems.Add(problem);
            }

            attributes.Check(areas[i].Id, ofAreas: true, areas[i].Attributes);
            if (!_subjects.TryAdd(areas[i].Id, new(IsArea: true, i)))
            {
                Refuse("area-twice", areas[i].Id, $"居民区“{areas[i].Id}”出现了两次");
            }
        }
        foreach (var problem in StaffNumbers.Problems(_facts.Staff))
        {
            _problems.Add(problem);
        }

        var staff = _facts.Staff.ToArray();
        Array.Sort(staff, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < staff.Length; i++)
        {
            var person = staff[i];
            if (_subjects.TryGetValue(person.Area, out var area) && area.IsArea)
            {
                _staff[i] = new(areas[area.Row], person, area.Row);
            }
            else
            {
                _problems.AddUnknown(
                    new(
                        "area-unknown",
                        person.Id,
                        $"人员“{person.Id}”所在的居民区“{person.Area}”不在名单里"
                    ),
                    OnTheLists,
                    person.Area,
                    _facts.Areas.Select(area => area.Id)
                );
            }

            attributes.Check(person.Id, ofAreas: false, person.Attributes);
            if (!_subjects.TryAdd(person.Id, new(IsArea: false, i)))
            {
                Refuse("staff-twice", person.Id, $"人员编号“{person.Id}”出现了两次");
            }
        }
    }

    private void TakeFacts(FactStore areas, FactStore staff)
    {
        foreach (var fact in _facts.Facts)
        {
            if (!_subjects.TryGetValue(fact.Subject, out var place))
            {
                _problems.AddUnknown(
                    new(
                        "subject-unknown",
                        fact.Subject,
                        $"事实“{fact.Key}”的对象“{fact.Subject}”不在名单里"
                    ),
                    OnTheLists,
                    fact.Subject,
                    _subjects.Keys
                );
                continue;
            }
            var layout = place.IsArea ? _rules.AreaFacts : _rules.StaffFacts;
            if (!layout.Items.TryGetValue(fact.Item, out var item))
            {
                _problems.AddUnknown(
                    new(
                        "fact-unknown",
                        fact.Subject,
                        $"“{fact.Subject}”的事实“{fact.Key}”不是本方案的事实项"
                    ),
                    // What areas may have, people may not.
                    place.IsArea
                        ? Item
                        : $"{Item} of staff",
                    fact.Item,
                    layout.Items.Keys
                );
                continue;
            }
            if (FactChecks.Problem(fact, item.Limits, !_areSupposed) is { } problem)
            {
                _problems.Add(problem);
            }

            if (!(place.IsArea ? areas : staff).TryAdd(place.Row, fact, item))
            {
                Refuse("fact-twice", fact.Subject, $"“{fact.Subject}”的事实“{fact.Key}”出现了两次");
            }
        }
    }

    private void TakeEvents(FactStore areas, FactStore staff)
    {
        var events = _facts.Events.ToArray();
        // In the order of their ids, so that sums and explanations do not depend on the order of the file.
        Array.Sort(events, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < events.Length; i++)
        {
            var happened = events[i];
            if (i > 0 && string.Equals(happened.Id, events[i - 1].Id, StringComparison.Ordinal))
            {
                Refuse("event-twice", happened.Id, $"加减分事项“{happened.Id}”出现了两次");
            }

            if (Score(happened) is not { } scored)
            {
                continue;
            }

            if (_subjects.TryGetValue(happened.Subject, out var place))
            {
                (place.IsArea ? areas : staff).Add(place.Row, scored);
            }
            else
            {
                _problems.AddUnknown(
                    new(
                        "subject-unknown",
                        happened.Id,
                        $"加减分事项“{happened.Id}”的对象“{happened.Subject}”不在名单里"
                    ),
                    OnTheLists,
                    happened.Subject,
                    _subjects.Keys
                );
            }
        }
    }

    private void LookAtDecisions()
    {
        if (_facts.Decisions.Count == 0)
        {
            return;
        }

        var subjects = _subjects.ToDictionary(
            subject => subject.Key,
            subject => subject.Value.IsArea,
            StringComparer.Ordinal
        );
        foreach (var problem in new DecisionProblems(_rules, subjects).Of(_facts.Decisions))
        {
            _problems.Add(problem);
        }
    }

    private ScoredEvent? Score(AssessmentEvent happened)
    {
        if (!_rules.Events.TryGetValue(happened.Rule, out var rule))
        {
            _problems.AddUnknown(
                new(
                    "event-rule-unknown",
                    happened.Id,
                    $"加减分事项“{happened.Id}”的规则“{happened.Rule}”不在方案里"
                ),
                EventRule,
                happened.Rule,
                _rules.Events.Keys
            );
            return null;
        }
        if (EventScoring.Problem(happened, rule, _rules.ItemIds) is { } problem)
        {
            _problems.Add(problem);
            return null;
        }
        return EventScoring.Score(happened, rule);
    }

    private void Refuse(string code, string subject, string message) =>
        _problems.Add(new(code, subject, message));
}

/// <summary>Subjects in the ordinal order of their ids, with their facts and events.</summary>
internal sealed record PlacedFacts(
    IReadOnlyList<Subject> Areas,
    FactStore AreaFacts,
    IReadOnlyList<Subject> Staff,
    FactStore StaffFacts
);
