using Assessment.Engine.Facts;
using Assessment.Imports.Undoing;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Events;

/// <summary>
/// 加减分事项 in the ledger of events. As with facts, entries are only added: an application, a check, an approval, a
/// refusal and a withdrawal each name the entry whose place they take.
/// </summary>
public sealed class EventEntry : ITownshipOwned, IWrittenOnce
{
    public const int WordLength = 128;
    public const int EvidenceLength = 500;

    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    /// <summary>The event's number, by which people know it.</summary>
    public string EventId { get; init; } = "";

    public string Subject { get; init; } = "";

    public string Rule { get; init; } = "";

    public string? Level { get; init; }

    public decimal? Points { get; init; }

    public decimal? Count { get; init; }

    public string? Item { get; init; }

    public string? Work { get; init; }

    public string? Award { get; init; }

    public string? Holder { get; init; }

    public decimal? Waiver { get; init; }

    public DateOnly Date { get; init; }

    public string? Evidence { get; init; }

    /// <summary>佐证文件: ids of the files on which the event rests.</summary>
    public List<Guid> Files { get; init; } = [];

    /// <summary>改革风险备案编号: the filed risk by which a share is waived; null where none is.</summary>
    public string? Risk { get; init; }

    /// <summary>Why it was corrected, refused or withdrawn; what the checker remarked.</summary>
    public string? Reason { get; init; }

    public EventStage Stage { get; init; }

    /// <summary>In whose name it was applied for.</summary>
    public EventPartyKind AppliedAs { get; init; }

    /// <summary>The area's id or the department's name; null of the office.</summary>
    public string? Applicant { get; init; }

    /// <summary>The account that applied.</summary>
    public string AppliedBy { get; init; } = "";

    /// <summary>Whether the office applied, on the applicant's behalf unless it is the applicant itself.</summary>
    public bool EnteredByOffice { get; init; }

    /// <summary>Whether what the rule presumes was confirmed with this act.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The entry by which this form was applied for; null where this is it.</summary>
    public long? Application { get; init; }

    /// <summary>
    /// The approved entry that counts as long as this one is the newest; null where it counts itself, being approved, or
    /// nothing does. So a correction under way does not disturb the result.
    /// </summary>
    public long? Counts { get; init; }

    /// <summary>Who did what this entry says.</summary>
    public string ReportedBy { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    public long? Supersedes { get; init; }

    /// <summary>
    /// The import that this entry undoes (撤销导入); null of other entries. An event that was withdrawn so may come again
    /// as if it had never been there.
    /// </summary>
    public Guid? Undoes { get; init; }

    /// <summary>Whether it is withdrawn altogether, and not only a correction of what counts.</summary>
    public bool IsOver => Stage == EventStage.Withdrawn && Counts is null;

    /// <summary>Whether a person has withdrawn it, which holds against every file.</summary>
    public bool WithdrawnForGood => IsOver && Undoes is null;

    /// <summary>The approved entry that counts after this one; null where nothing does.</summary>
    public long? Counting => Stage == EventStage.Approved ? Id : Counts;

    /// <summary>What is applied for; approved at once where <paramref name="stage"/> says so.</summary>
    /// <param name="files">Null leaves those there were.</param>
    /// <param name="reason">Why it takes the place of the one before.</param>
    public static EventEntry Of(
        EventRow row,
        Guid cycle,
        EventApplication application,
        EventStage stage,
        DateTimeOffset at,
        EventEntry? before,
        IReadOnlyList<Guid>? files = null,
        string? reason = null
    ) =>
        new()
        {
            Cycle = cycle,
            EventId = row.Id,
            Subject = row.Subject,
            Rule = row.Rule,
            Level = row.Level,
            Points = row.Points,
            Count = row.Count,
            Item = row.Item,
            Work = row.Work,
            Award = row.Award,
            Holder = row.Holder,
            Waiver = row.Waiver,
            Risk = row.Risk,
            Date = row.Date,
            Evidence = row.Evidence,
            Files = [.. files ?? before?.Files ?? []],
            Reason = reason,
            Stage = stage,
            AppliedAs = application.Party.Kind,
            Applicant = application.Party.Name,
            AppliedBy = application.By,
            EnteredByOffice = application.ByOffice,
            Confirmed = stage == EventStage.Approved,
            Counts = stage == EventStage.Approved ? null : before?.Counting,
            ReportedBy = application.By,
            ReportedAt = at,
            Supersedes = before?.Id,
        };

    /// <summary>The checker confirms it, with other points or another level where those applied for are wrong.</summary>
    public EventEntry Check(
        string? level,
        decimal? points,
        bool confirmed,
        string? remarks,
        string by,
        DateTimeOffset at
    ) => Next(EventStage.Checked, Counting, level, points, confirmed, remarks, by, at);

    public EventEntry Approve(bool confirmed, string by, DateTimeOffset at) =>
        Next(
            EventStage.Approved,
            counts: null,
            Level,
            Points,
            confirmed || Confirmed,
            reason: null,
            by,
            at
        );

    /// <summary>What was approved before counts on.</summary>
    public EventEntry Refuse(string reason, string by, DateTimeOffset at) =>
        Next(EventStage.Refused, Counting, Level, Points, confirmed: false, reason, by, at);

    /// <param name="altogether">Whether what counts is withdrawn, too, and not only what waits.</param>
    public EventEntry Withdraw(string reason, string by, DateTimeOffset at, bool altogether) =>
        Next(
            EventStage.Withdrawn,
            altogether ? null : Counting,
            Level,
            Points,
            confirmed: false,
            reason,
            by,
            at
        );

    private EventEntry Next(
        EventStage stage,
        long? counts,
        string? level,
        decimal? points,
        bool confirmed,
        string? reason,
        string by,
        DateTimeOffset at
    ) =>
        new()
        {
            Cycle = Cycle,
            EventId = EventId,
            Subject = Subject,
            Rule = Rule,
            Level = level,
            Points = points,
            Count = Count,
            Item = Item,
            Work = Work,
            Award = Award,
            Holder = Holder,
            Waiver = Waiver,
            Risk = Risk,
            Date = Date,
            Evidence = Evidence,
            Files = [.. Files],
            Reason = reason,
            Stage = stage,
            AppliedAs = AppliedAs,
            Applicant = Applicant,
            AppliedBy = AppliedBy,
            EnteredByOffice = EnteredByOffice,
            Confirmed = confirmed,
            Application = Application ?? Id,
            Counts = counts,
            ReportedBy = by,
            ReportedAt = at,
            Supersedes = Id,
        };

    /// <summary>What takes the place of this imported entry when its import is undone: what held before, or a withdrawal.</summary>
    /// <param name="before">What this entry superseded; null where it was the first.</param>
    public EventEntry Undo(EventEntry? before, ImportUndo undo)
    {
        var values = before ?? this;
        return new()
        {
            Cycle = Cycle,
            EventId = EventId,
            Subject = values.Subject,
            Rule = values.Rule,
            Level = values.Level,
            Points = values.Points,
            Count = values.Count,
            Item = values.Item,
            Work = values.Work,
            Award = values.Award,
            Holder = values.Holder,
            Waiver = values.Waiver,
            Date = values.Date,
            Evidence = values.Evidence,
            Risk = values.Risk,
            Files = [.. values.Files],
            Reason = undo.RecordAfter(before?.Reason, EvidenceLength),
            Stage = before?.Stage ?? EventStage.Withdrawn,
            AppliedAs = values.AppliedAs,
            Applicant = values.Applicant,
            AppliedBy = values.AppliedBy,
            EnteredByOffice = values.EnteredByOffice,
            Confirmed = before?.Confirmed ?? false,
            Application = values.Application ?? values.Id,
            Counts = before?.Counts,
            ReportedBy = undo.By,
            ReportedAt = undo.At,
            Supersedes = Id,
            Undoes = before is { IsOver: true } ? before.Undoes : undo.Job.Id,
        };
    }

    /// <summary>Whether the row and the files say nothing that this entry does not; null says nothing of files.</summary>
    public bool Says(EventRow row, IReadOnlyList<Guid>? files) =>
        ToRow() == row && (files is null || Files.ToHashSet().SetEquals(files));

    /// <summary>What was entered, to be compared with what is entered now.</summary>
    public EventRow ToRow() =>
        new(
            EventId,
            Subject,
            Rule,
            Level,
            Normalization.Of(Points),
            Normalization.Of(Count),
            Item,
            Work,
            Award,
            Holder,
            Normalization.Of(Waiver),
            Date,
            Evidence,
            Risk
        );

    public AssessmentEvent ToFact() =>
        new(EventId, Subject, Rule)
        {
            Level = Level,
            Points = Normalization.Of(Points),
            Count = Normalization.Of(Count),
            Item = Item,
            Work = Work,
            Award = Award,
            Holder = Holder,
            Waiver = Normalization.Of(Waiver),
            Date = Date,
            Evidence = Evidence,
        };
}
