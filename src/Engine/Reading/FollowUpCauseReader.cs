using Assessment.Engine.Language;
using Assessment.Engine.Panels;

namespace Assessment.Engine.Reading;

/// <summary>Reads the <c>when</c> of a follow-up: something that results of this scheme can have.</summary>
internal sealed class FollowUpCauseReader(
    ReadingState state,
    RaisedFindings findings,
    IReadOnlyList<string> flags,
    SubjectNames subjects
)
{
    private const string Areas = PanelRoll.Areas;
    private static readonly string[] Ways = ["finding", "flag", "event", "grades"];

    // What could not be read of the sheets would seem not to be there.
    private readonly bool _isKnown = state.Problems.IsEmpty;

    /// <summary>Whether it is about one line; taken for granted where that cannot be known.</summary>
    internal bool IsOfLine(FollowUpCause.OfFinding cause) =>
        !_isKnown
        || findings.OfLines.Contains(cause.Code)
        || !findings.All.Contains(cause.Code, StringComparer.Ordinal);

    /// <returns>Null where a problem was reported.</returns>
    internal FollowUpCause? Read(YamlMap map)
    {
        var written = Ways.Where(map.Has).ToList();
        if (written.Count != 1)
        {
            state.Problems.Add(
                map.Node,
                "cause-expected",
                $"“when”须写明 {string.Join("、", Ways)} 之一，而且只写一个"
            );
            if (written.Count == 0)
            {
                map.Offer(Ways);
                map.Take("of");
                map.Take("posts");
                map.Close();
            }

            return null;
        }

        FollowUpCause cause = written[0] switch
        {
            "finding" => new FollowUpCause.OfFinding(
                Name(map, "finding", "finding-unknown", "方案不会列出需关注事项", findings.All)
            ),
            "flag" => new FollowUpCause.OfFlag(
                Name(map, "flag", "flag-unknown", "人员类别里没有标记", flags)
            ),
            "event" => new FollowUpCause.OfEvent(Event(map)),
            _ => Grades(map),
        };
        map.Close();
        return cause;
    }

    private string Name(
        YamlMap map,
        string key,
        string code,
        string unknown,
        IReadOnlyList<string> known
    )
    {
        var name = map.Text(key);
        if (_isKnown && name.Length > 0 && !known.Contains(name, StringComparer.Ordinal))
        {
            state.Problems.Add(
                map.Take(key)!,
                code,
                $"{unknown}“{name}”{NearestName.Hint(name, known)}"
            );
        }

        return name;
    }

    private string Event(YamlMap map)
    {
        var name = Name(
            map,
            "event",
            "event-rule-unknown",
            "“events”里没有",
            [.. state.Events.Keys]
        );
        if (state.Events.TryGetValue(name, out var rule))
        {
            state.Used.Add(rule);
        }

        return name;
    }

    private FollowUpCause.OfGrades Grades(YamlMap map)
    {
        var grades = map.Texts("grades");
        var before = state.Problems.Count;
        var of = subjects.Read(map);
        var hasOnlyKnown = _isKnown && state.Problems.Count == before;
        // Areas have no posts: next to them the key is not known.
        var posts =
            map.Has("posts") && !of.Contains(Areas, StringComparer.Ordinal)
                ? map.Texts("posts")
                : [];
        var known = subjects.GradesOf(of);
        foreach (var grade in grades.Where(grade => hasOnlyKnown && !known.Contains(grade)))
        {
            state.Problems.Add(
                map.Take("grades")!,
                "grade-unknown",
                $"没有名为“{grade}”的等次{NearestName.Hint(grade, known)}"
            );
        }

        state.CheckPosts(map, "posts", posts);
        return new(grades, of, posts);
    }
}
