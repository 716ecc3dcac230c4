using Assessment.Engine.Evaluation;
using Assessment.Scoring.Ledger;

namespace Assessment.Scoring.Events;

/// <summary>What was done with an event.</summary>
/// <param name="Version">Its entry in the ledger.</param>
/// <param name="Reason">Why, or what the checker remarked.</param>
/// <param name="Confirmed">Whether what the rule presumes was confirmed.</param>
public sealed record EventAct(
    long Version,
    EventStage Stage,
    string? Level,
    decimal? Points,
    string By,
    DateTimeOffset At,
    string? Reason,
    bool Confirmed
)
{
    public static EventAct Of(EventEntry entry) =>
        new(
            entry.Id,
            entry.Stage,
            entry.Level,
            Normalization.Of(entry.Points),
            entry.ReportedBy,
            entry.ReportedAt,
            entry.Reason,
            entry.Confirmed
        );
}

/// <summary>What the caller may do with an event now.</summary>
public sealed record EventTurns(bool Check, bool Approve, bool Refuse, bool Correct, bool Withdraw)
{
    public static EventTurns None { get; } = new(false, false, false, false, false);

    public bool IsWaitedFor => Check || Approve;
}

/// <summary>An event as people see it, in its newest form.</summary>
/// <param name="Version">Its newest entry in the ledger; what changes the event names it.</param>
/// <param name="Withdrawn">Whether it is withdrawn altogether.</param>
/// <param name="Applicant">Of an area its id; null of the office.</param>
/// <param name="EnteredByOffice">Whether the office entered it on the applicant's behalf.</param>
/// <param name="Asked">What was applied for, where the checker put level or points right; otherwise null.</param>
/// <param name="Counting">The approved form that counts; null where nothing does.</param>
/// <param name="Acts">What was done with it, oldest first.</param>
/// <param name="Caps">How much of what its rule counts towards is used already; for who checks and approves.</param>
public sealed record EventView(
    string Id,
    long Version,
    string Subject,
    string Rule,
    string? Level,
    decimal? Points,
    decimal? Count,
    string? Item,
    string? Work,
    string? Award,
    string? Holder,
    decimal? Waiver,
    string? Risk,
    DateOnly Date,
    string? Evidence,
    bool Withdrawn,
    string? Reason,
    string ReportedBy,
    DateTimeOffset ReportedAt,
    IReadOnlyList<Guid> Files,
    EventStage Stage,
    EventPartyKind AppliedAs,
    string? Applicant,
    string AppliedBy,
    bool EnteredByOffice,
    EventAct? Asked,
    EventAct? Counting,
    IReadOnlyList<EventAct> Acts,
    EventTurns May,
    IReadOnlyList<EventCap> Caps
)
{
    /// <summary>The newest entry alone.</summary>
    public static EventView Of(EventEntry entry) => Of(entry, [entry], EventTurns.None, []);

    /// <param name="entries">All of the event's, oldest first.</param>
    public static EventView Of(
        EventEntry entry,
        IReadOnlyList<EventEntry> entries,
        EventTurns may,
        IReadOnlyList<EventCap> caps
    )
    {
        var asked = entries.FirstOrDefault(one => one.Id == entry.Application);
        var counting = entries.FirstOrDefault(one => one.Id == entry.Counting);
        return new(
            entry.EventId,
            entry.Id,
            entry.Subject,
            entry.Rule,
            entry.Level,
            Normalization.Of(entry.Points),
            Normalization.Of(entry.Count),
            entry.Item,
            entry.Work,
            entry.Award,
            entry.Holder,
            Normalization.Of(entry.Waiver),
            entry.Risk,
            entry.Date,
            entry.Evidence,
            entry.IsOver,
            entry.Reason,
            entry.ReportedBy,
            entry.ReportedAt,
            entry.Files,
            entry.Stage,
            entry.AppliedAs,
            entry.Applicant,
            entry.AppliedBy,
            entry.EnteredByOffice,
            asked is not null && (asked.Level != entry.Level || asked.Points != entry.Points)
                ? EventAct.Of(asked)
                : null,
            counting is null ? null : EventAct.Of(counting),
            [.. entries.Select(EventAct.Of)],
            may,
            caps
        );
    }
}
