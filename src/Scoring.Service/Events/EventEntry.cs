using Assessment.Engine.Facts;
using Assessment.Imports.Undoing;
using Assessment.Persistence.Storage;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Townships;

namespace Assessment.Scoring.Events;

/// <summary>
/// 加减分事项 in the ledger of events. As with facts, entries are only added: a correction and a withdrawal name the
/// entry whose place they take.
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

    /// <summary>Why it was corrected or withdrawn, where a person did so.</summary>
    public string? Reason { get; init; }

    public bool Withdrawn { get; init; }

    public string ReportedBy { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    public long? Supersedes { get; init; }

    /// <summary>
    /// The import that this entry undoes (撤销导入); null of other entries. An event that was withdrawn so may come again
    /// as if it had never been there.
    /// </summary>
    public Guid? Undoes { get; init; }

    /// <summary>Whether a person has withdrawn it, which holds against every file.</summary>
    public bool WithdrawnForGood => Withdrawn && Undoes is null;

    /// <param name="files">Null leaves those there were.</param>
    /// <param name="reason">Why it takes the place of the one before.</param>
    public static EventEntry Of(
        EventRow row,
        Guid cycle,
        string by,
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
            Date = row.Date,
            Evidence = row.Evidence,
            Files = [.. files ?? before?.Files ?? []],
            Reason = reason,
            ReportedBy = by,
            ReportedAt = at,
            Supersedes = before?.Id,
        };

    public EventEntry Withdraw(string reason, string by, DateTimeOffset at) =>
        new()
        {
            Cycle = Cycle,
            EventId = EventId,
            Subject = Subject,
            Rule = Rule,
            Level = Level,
            Points = Points,
            Count = Count,
            Item = Item,
            Work = Work,
            Award = Award,
            Holder = Holder,
            Waiver = Waiver,
            Date = Date,
            Evidence = Evidence,
            Files = [.. Files],
            Reason = reason,
            Withdrawn = true,
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
            Reason = undo.RecordAfter(before?.Reason, EvidenceLength),
            Withdrawn = before?.Withdrawn ?? true,
            ReportedBy = undo.By,
            ReportedAt = undo.At,
            Supersedes = Id,
            Undoes = before is { Withdrawn: true } ? before.Undoes : undo.Job.Id,
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
            Evidence
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
