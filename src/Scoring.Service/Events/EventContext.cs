using Assessment.Engine.Language;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Risks;

namespace Assessment.Scoring.Events;

/// <summary>What an event is judged by: the cycle's scheme, its registers and the risks on file.</summary>
/// <param name="AreaOf">The area of each subject; an area's is itself.</param>
/// <param name="Departments">Those in whose name may be applied, in the order in which they are shown.</param>
public sealed record EventContext(
    Scheme Scheme,
    SubjectIds Subjects,
    IReadOnlyDictionary<string, string> AreaOf,
    IReadOnlyList<string> Departments,
    FiledRisks Risks
)
{
    private readonly Dictionary<string, EventRule> _rules = Scheme.Collection.Events.ToDictionary(
        rule => rule.Id,
        StringComparer.Ordinal
    );

    public EventRules Rules => new(Scheme, Subjects, Risks);

    /// <summary>Null where the scheme has none of that id.</summary>
    public EventRule? FindRule(string id) => _rules.GetValueOrDefault(id);

    /// <summary>Of an entry, which was checked against the scheme.</summary>
    public EventRule RuleOf(EventEntry entry) => _rules[entry.Rule];

    /// <summary>What becomes of an event that is entered: approved at once where it is the office's alone to register.</summary>
    /// <param name="confirmed">Whether what the rule presumes is confirmed with it.</param>
    public static EventStage StageOf(EventRule rule, bool confirmed) =>
        EventHands.IsTheOfficesAlone(rule) && (rule.Presumes is null || confirmed)
            ? EventStage.Approved
            : EventStage.Applied;

    /// <exception cref="ApplicantMustBeADepartment">There is no such department.</exception>
    public EventApplication Checked(EventApplication application) =>
        application.Party is { Kind: EventPartyKind.Department, Name: { } name }
        && application.ByOffice
        && !Departments.Contains(name, StringComparer.Ordinal)
            ? throw new ApplicantMustBeADepartment(name, string.Join('、', Departments))
            : application;
}
