namespace Assessment.Engine.Evaluation;

/// <summary>Puts facts and events where the rules look for them, and refuses what no rule can take.</summary>
internal sealed class SubjectTableBuilder
{
    private readonly SchemeRules _rules;
    private readonly FactSet _facts;
    private readonly List<FactProblem> _problems = [];
    private readonly Dictionary<string, int> _subjects;
    private readonly List<Area> _areas;
    private readonly HashSet<string> _staff;

    private SubjectTableBuilder(SchemeRules rules, FactSet facts)
    {
        _rules = rules;
        _facts = facts;
        _areas = [.. facts.Areas.OrderBy(area => area.Id, StringComparer.Ordinal)];
        _subjects = new(_areas.Count, StringComparer.Ordinal);
        _staff = new(facts.Staff.Count, StringComparer.Ordinal);
    }

    /// <exception cref="FactSetException">The facts do not fit the scheme or each other.</exception>
    internal static SubjectTable Build(Scheme scheme, FactSet facts)
    {
        var builder = new SubjectTableBuilder(scheme.Rules, facts);
        builder.TakeSubjects();
        var factTable = builder.TakeFacts();
        var events = builder.TakeEvents();
        if (builder._problems.Count > 0)
            throw new FactSetException(builder._problems);
        return new(builder._areas, scheme.Rules.Areas.Values.Count, factTable, events);
    }

    private void TakeSubjects()
    {
        for (var i = 0; i < _areas.Count; i++)
        {
            if (!_subjects.TryAdd(_areas[i].Id, i))
                Refuse("area-twice", _areas[i].Id, $"居民区“{_areas[i].Id}”出现了两次");
        }
        foreach (var person in _facts.Staff)
        {
            if (!_staff.Add(person.Id) || _subjects.ContainsKey(person.Id))
                Refuse("staff-twice", person.Id, $"人员编号“{person.Id}”出现了两次");
            if (!_subjects.ContainsKey(person.Area))
                Refuse(
                    "area-unknown",
                    person.Id,
                    $"人员“{person.Id}”所在的居民区“{person.Area}”不在名单里"
                );
        }
    }

    private Fact?[][] TakeFacts()
    {
        var table = new Fact?[_areas.Count][];
        for (var i = 0; i < table.Length; i++)
            table[i] = new Fact?[_rules.FactSlots.Count];
        foreach (var fact in _facts.Facts)
        {
            if (!_subjects.TryGetValue(fact.Subject, out var subject))
            {
                if (!_staff.Contains(fact.Subject))
                    Refuse(
                        "subject-unknown",
                        fact.Subject,
                        $"事实“{fact.Key}”的对象“{fact.Subject}”不在名单里"
                    );
                continue;
            }
            if (!_rules.FactRanges.TryGetValue(fact.Item, out var range))
            {
                Refuse(
                    "fact-unknown",
                    fact.Subject,
                    $"“{fact.Subject}”的事实“{fact.Key}”不是本方案的事实项"
                );
                continue;
            }
            if (range is not null && !range.Contains(fact.Value))
            {
                Refuse(
                    "fact-out-of-range",
                    fact.Subject,
                    $"“{fact.Subject}”的事实“{fact.Key}”是 {fact.Value:0.####}，应当在 {range.Least:0.####} 到 {range.Most:0.####} 之间"
                );
            }
            // A department that the line does not ask may have scored as well: kept in the ledger, read by no rule.
            if (!_rules.FactSlots.TryGetValue(fact.Key, out var slot))
                continue;
            if (table[subject][slot] is not null)
                Refuse("fact-twice", fact.Subject, $"“{fact.Subject}”的事实“{fact.Key}”出现了两次");
            table[subject][slot] = fact;
        }
        return table;
    }

    private List<ScoredEvent>?[] TakeEvents()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var events = new List<ScoredEvent>?[_areas.Count];
        // In the order of their ids, so that sums and explanations do not depend on the order of the file.
        foreach (
            var happened in _facts.Events.OrderBy(happened => happened.Id, StringComparer.Ordinal)
        )
        {
            if (!ids.Add(happened.Id))
                Refuse("event-twice", happened.Id, $"加减分事项“{happened.Id}”出现了两次");
            if (Score(happened) is not { } scored)
                continue;
            if (_subjects.TryGetValue(happened.Subject, out var subject))
                (events[subject] ??= []).Add(scored);
            else if (!_staff.Contains(happened.Subject))
                Refuse(
                    "subject-unknown",
                    happened.Id,
                    $"加减分事项“{happened.Id}”的对象“{happened.Subject}”不在名单里"
                );
        }
        return events;
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
        if (rule.Range is { } range)
        {
            if (happened.Points is { } points && range.Contains(points))
                return new(happened, rule, points);
            Refuse(
                "event-points-out-of-range",
                happened.Id,
                $"加减分事项“{happened.Id}”的分值应当在 {range.Least:0.####} 到 {range.Most:0.####} 之间"
            );
            return null;
        }
        foreach (var level in rule.Levels)
        {
            if (string.Equals(level.Id, happened.Level, StringComparison.Ordinal))
                return new(happened, rule, level.Points);
        }
        Refuse(
            "event-level-unknown",
            happened.Id,
            $"加减分事项“{happened.Id}”的级别应当是 {string.Join("、", rule.Levels.Select(level => level.Id))} 之一"
        );
        return null;
    }

    private void Refuse(string code, string subject, string message) =>
        _problems.Add(new(code, subject, message));
}
