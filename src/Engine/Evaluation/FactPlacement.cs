namespace Assessment.Engine.Evaluation;

/// <summary>Puts facts and events where the rules look for them, and refuses what no rule can take.</summary>
internal sealed class FactPlacement
{
    private readonly SchemeRules _rules;
    private readonly FactSet _facts;
    private readonly List<FactProblem> _problems = [];
    private readonly Dictionary<string, Position> _subjects;
    private readonly Subject[] _areas;
    private readonly Subject[] _staff;

    /// <summary>Where a subject stands: among the areas or among the staff.</summary>
    private readonly record struct Position(bool IsArea, int Row);

    private FactPlacement(SchemeRules rules, FactSet facts)
    {
        _rules = rules;
        _facts = facts;
        _subjects = new(facts.Areas.Count + facts.Staff.Count, StringComparer.Ordinal);
        _areas = new Subject[facts.Areas.Count];
        _staff = new Subject[facts.Staff.Count];
    }

    /// <exception cref="FactSetException">The facts do not fit the scheme or each other.</exception>
    internal static PlacedFacts Place(Scheme scheme, FactSet facts)
    {
        var placement = new FactPlacement(scheme.Rules, facts);
        placement.TakeSubjects();
        var areas = new FactStore(scheme.Rules.AreaFacts, placement._areas.Length);
        var staff = new FactStore(scheme.Rules.StaffFacts, placement._staff.Length);
        placement.TakeFacts(areas, staff);
        placement.TakeEvents(areas, staff);
        return placement._problems.Count == 0
            ? new(placement._areas, areas, placement._staff, staff)
            : throw new FactSetException(placement._problems);
    }

    private void TakeSubjects()
    {
        var areas = _facts.Areas.ToArray();
        Array.Sort(areas, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < areas.Length; i++)
        {
            _areas[i] = new(areas[i], Person: null, i);
            if (!_subjects.TryAdd(areas[i].Id, new(IsArea: true, i)))
                Refuse("area-twice", areas[i].Id, $"居民区“{areas[i].Id}”出现了两次");
        }
        _problems.AddRange(StaffNumbers.Problems(_facts.Staff));
        var staff = _facts.Staff.ToArray();
        Array.Sort(staff, (a, b) => string.CompareOrdinal(a.Id, b.Id));
        for (var i = 0; i < staff.Length; i++)
        {
            var person = staff[i];
            if (_subjects.TryGetValue(person.Area, out var area) && area.IsArea)
                _staff[i] = new(areas[area.Row], person, area.Row);
            else
                Refuse(
                    "area-unknown",
                    person.Id,
                    $"人员“{person.Id}”所在的居民区“{person.Area}”不在名单里"
                );
            if (!_subjects.TryAdd(person.Id, new(IsArea: false, i)))
                Refuse("staff-twice", person.Id, $"人员编号“{person.Id}”出现了两次");
        }
    }

    private void TakeFacts(FactStore areas, FactStore staff)
    {
        foreach (var fact in _facts.Facts)
        {
            if (!_subjects.TryGetValue(fact.Subject, out var place))
            {
                Refuse(
                    "subject-unknown",
                    fact.Subject,
                    $"事实“{fact.Key}”的对象“{fact.Subject}”不在名单里"
                );
                continue;
            }
            var layout = place.IsArea ? _rules.AreaFacts : _rules.StaffFacts;
            if (!layout.Items.TryGetValue(fact.Item, out var item))
            {
                Refuse(
                    "fact-unknown",
                    fact.Subject,
                    $"“{fact.Subject}”的事实“{fact.Key}”不是本方案的事实项"
                );
                continue;
            }
            if (item.Range is { } range && !range.Contains(fact.Value))
            {
                Refuse(
                    "fact-out-of-range",
                    fact.Subject,
                    $"“{fact.Subject}”的事实“{fact.Key}”是 {fact.Value:0.####}，应当在 {range.Least:0.####} 到 {range.Most:0.####} 之间"
                );
            }
            if (!(place.IsArea ? areas : staff).TryAdd(place.Row, fact, item))
                Refuse("fact-twice", fact.Subject, $"“{fact.Subject}”的事实“{fact.Key}”出现了两次");
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
                Refuse("event-twice", happened.Id, $"加减分事项“{happened.Id}”出现了两次");
            if (Score(happened) is not { } scored)
                continue;
            if (_subjects.TryGetValue(happened.Subject, out var place))
                (place.IsArea ? areas : staff).Add(place.Row, scored);
            else
                Refuse(
                    "subject-unknown",
                    happened.Id,
                    $"加减分事项“{happened.Id}”的对象“{happened.Subject}”不在名单里"
                );
        }
    }

    private ScoredEvent? Score(AssessmentEvent happened)
    {
        if (!_rules.Events.TryGetValue(happened.Rule, out var rule))
        {
            Refuse(
                "event-rule-unknown",
                happened.Id,
                $"加减分事项“{happened.Id}”的规则“{happened.Rule}”不在方案里"
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
