using Assessment.Engine.Language;

namespace Assessment.Scoring.Events;

/// <param name="Points">What it gives; 0 for a mark.</param>
public sealed record EventFormLevel(string Id, string Title, decimal Points);

/// <summary>加减分规则, as far as the form asks for what it needs.</summary>
/// <param name="Least">Of a range of points; null where the points are fixed.</param>
/// <param name="NeedsItem">Whether the event names an item that counts 0.</param>
/// <param name="NeedsWork">Whether of one work only the highest counts.</param>
/// <param name="NeedsAward">Whether several holders of one award raise it.</param>
/// <param name="IsCounted">Whether it may happen several times, so that the form asks how often.</param>
/// <param name="Waivers">The shares that may be waived by a filed risk.</param>
/// <param name="KeptBy">The department that checks; null where nobody does.</param>
/// <param name="Presumes">What is to be confirmed; null where nothing is.</param>
/// <param name="ByTheOffice">Whether the office alone registers it.</param>
/// <param name="ByAreas">Whether areas may apply.</param>
/// <param name="ByDepartments">Whether departments may apply.</param>
/// <param name="MayApply">Whether the caller may.</param>
public sealed record EventFormRule(
    string Id,
    string Title,
    IReadOnlyList<EventFormLevel> Levels,
    decimal? Least,
    decimal? Most,
    decimal? Each,
    bool NeedsItem,
    bool NeedsWork,
    bool NeedsAward,
    bool IsCounted,
    IReadOnlyList<decimal> Waivers,
    string? KeptBy,
    string? Presumes,
    bool ByTheOffice,
    bool ByAreas,
    bool ByDepartments,
    bool MayApply,
    string Clause,
    string? Quote
)
{
    public static EventFormRule Of(EventRule rule, EventHands hands) =>
        new(
            rule.Id,
            rule.Title,
            [
                .. rule.Levels.Select(level => new EventFormLevel(
                    level.Id,
                    level.Title,
                    level.Points
                )),
            ],
            rule.Range?.Least,
            rule.Range?.Most,
            rule.Each,
            rule.Mark == EventMark.VoidsItem,
            rule.BestOfWork,
            rule.RaisedByHolders is not null,
            rule is { Mark: null, Once: false },
            rule.Waiver?.Shares ?? [],
            rule.KeptBy,
            rule.Presumes,
            EventHands.IsTheOfficesAlone(rule),
            rule.AppliedBy.Contains(EventApplicant.Area),
            rule.AppliedBy.Contains(EventApplicant.Department),
            hands.MayApply(rule),
            rule.Citation.Clause,
            rule.Citation.Quote
        );
}

/// <param name="Area">The area itself, or the one of the person.</param>
/// <param name="IsArea">Otherwise a member of staff.</param>
public sealed record EventFormSubject(string Id, string Name, string? Area, bool IsArea);

/// <summary>What the form for events offers.</summary>
/// <param name="Subjects">For whom the caller may apply.</param>
/// <param name="Departments">In whose name: a scorer's own, all of them for the office.</param>
/// <param name="Items">What an event may let count 0.</param>
public sealed record EventForm(
    IReadOnlyList<EventFormRule> Rules,
    IReadOnlyList<EventFormSubject> Subjects,
    IReadOnlyList<string> Departments,
    IReadOnlyList<string> Items
);
