using Assessment.Engine.Facts;
using Assessment.Engine.Language;
using Assessment.Scoring.Procedures.Steps;
using Assessment.Scoring.Results;

namespace Assessment.Scoring.Procedures.Freezing;

/// <summary>What a person has to settle or to pass before a result is pinned.</summary>
internal static class FreezeFindings
{
    /// <summary>
    /// The result's findings (需关注事项) by code and what they are about. Those that only raise a follow-up, such as a last place, are
    /// no obstacle, nor is a waiver, which somebody has approved.
    /// </summary>
    public static IReadOnlyList<FreezeFinding> Of(Scheme scheme, AssessmentResult result)
    {
        var followedUp = scheme
            .FollowUps.Select(one => one.When)
            .OfType<FollowUpCause.OfFinding>()
            .Select(cause => cause.Code)
            .ToHashSet(StringComparer.Ordinal);
        var facts = result.Facts();
        var names = Names(facts);
        var events = facts.Events.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. result
                .Lines()
                .Findings.Where(one =>
                    !followedUp.Contains(one.Code) && !events.Contains(one.Detail)
                )
                .GroupBy(one => (one.Code, one.Detail))
                .OrderBy(group => group.Key.Code, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Detail, StringComparer.Ordinal)
                .Select(group => new FreezeFinding(
                    CodeOf(group.Key.Code, group.Key.Detail),
                    group.First().Message.Split('：')[0],
                    group.Count(),
                    [.. group.Select(one => one.Subject)],
                    [
                        .. group.Select(one =>
                            $"{names.GetValueOrDefault(one.Subject, one.Subject)}：{one.Message}"
                        ),
                    ]
                )),
        ];
    }

    private static string CodeOf(string code, string detail) =>
        detail.Length == 0 ? code : $"{code}:{detail}";

    private static Dictionary<string, string> Names(FactSet facts) =>
        facts
            .Areas.Select(area => (area.Id, area.Name))
            .Concat(facts.Staff.Select(person => (person.Id, person.Name)))
            .ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal);
}
