using Assessment.Engine.Results;

namespace Assessment.Engine.Comparing;

/// <summary>The way from the first evaluation to the second, and what each step did to each subject.</summary>
internal sealed class ComparisonTrail(EvaluationResult first)
{
    private readonly List<ComparisonStep> _steps = [];
    private readonly List<(
        IReadOnlyList<ComparisonStep> Steps,
        Dictionary<string, SubjectState> After
    )> _way = [];
    private readonly List<ComparisonStep> _waiting = [];

    /// <param name="after">Null where it cannot be evaluated yet: the next step is then taken together with this one.</param>
    internal void Add(ComparisonStep step, EvaluationResult? after)
    {
        _steps.Add(step);
        _waiting.Add(step);
        if (after is null)
        {
            return;
        }

        _way.Add(([.. _waiting], States(after)));
        _waiting.Clear();
    }

    internal ResultComparison End(EvaluationResult second)
    {
        if (_waiting.Count > 0)
        {
            _way.Add(([.. _waiting], States(second)));
        }

        var before = States(first);
        var after = States(second);
        var names = Names(first)
            .Concat(Names(second))
            .DistinctBy(one => one.Id, StringComparer.Ordinal);
        return new(
            first,
            second,
            _steps,
            [
                .. names
                    .OrderBy(one => one.Id, StringComparer.Ordinal)
                    .Select(one => new SubjectComparison(
                        one.Id,
                        one.Name,
                        before.GetValueOrDefault(one.Id),
                        after.GetValueOrDefault(one.Id),
                        Parts(one.Id, before.GetValueOrDefault(one.Id))
                    )),
            ]
        );
    }

    private List<ComparisonPart> Parts(string subject, SubjectState? before)
    {
        var parts = new List<ComparisonPart>();
        var steps = new List<ComparisonStep>();
        var now = before;
        foreach (var (taken, states) in _way)
        {
            var next = states.GetValueOrDefault(subject);
            if (steps.Count == 0 && next == now)
            {
                continue;
            }

            steps.AddRange(taken);
            // Without a total on the way there is nothing that could be added up.
            if (HasLost(now, next) && !ReferenceEquals(states, _way[^1].After))
            {
                continue;
            }

            parts.Add(
                new(
                    [.. steps],
                    next?.Total - now?.Total,
                    now?.Amount is { } a && next?.Amount is { } b ? b - a : null,
                    now,
                    next
                )
            );
            steps.Clear();
            now = next;
        }
        return parts;
    }

    private static bool HasLost(SubjectState? before, SubjectState? after) =>
        (before?.Total is not null && after?.Total is null)
        || (before?.Amount is not null && after?.Amount is null);

    private static IEnumerable<(string Id, string Name)> Names(EvaluationResult result) =>
        result
            .Areas.Select(area => (area.Id, area.Name))
            .Concat(result.Facts.Staff.Select(person => (person.Id, person.Name)));

    private static Dictionary<string, SubjectState> States(EvaluationResult result)
    {
        var states = new Dictionary<string, SubjectState>(StringComparer.Ordinal);
        foreach (var area in result.Areas)
        {
            states[area.Id] = new(area.Total, area.Rank, area.Grade, area.Tier, null);
        }

        foreach (var person in result.Staff)
        {
            states[person.Id] = new(person.Total, person.Rank, person.Grade, person.Band, null);
        }

        foreach (var line in result.Payouts.Lines)
        {
            var state = states.GetValueOrDefault(line.Person) ?? new(null, null, null, null, null);
            states[line.Person] = state with { Amount = line.Amount };
        }
        return states;
    }
}
