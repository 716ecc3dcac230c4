using Assessment.Engine;
using Assessment.Scoring.Areas;
using Assessment.Scoring.Ledger;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Events;

/// <summary>
/// 加减分事项 in the ledger of events. As with facts, entries are only added: a correction and a withdrawal name the
/// entry whose place they take.
/// </summary>
public sealed class EventEntry : ITownshipOwned
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

    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; init; }

    public bool Withdrawn { get; init; }

    public string ReportedBy { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    public long? Supersedes { get; init; }

    public static EventEntry Of(
        EventRow row,
        Guid cycle,
        string by,
        DateTimeOffset at,
        EventEntry? before
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
            Reason = reason,
            Withdrawn = true,
            ReportedBy = by,
            ReportedAt = at,
            Supersedes = Id,
        };

    /// <summary>What was entered, to be compared with what is entered now.</summary>
    public EventRow ToRow() =>
        new(
            EventId,
            Subject,
            Rule,
            Level,
            Plain.Number(Points),
            Plain.Number(Count),
            Item,
            Work,
            Award,
            Holder,
            Plain.Number(Waiver),
            Date,
            Evidence
        );

    public AssessmentEvent ToFact() =>
        new(EventId, Subject, Rule)
        {
            Level = Level,
            Points = Plain.Number(Points),
            Count = Plain.Number(Count),
            Item = Item,
            Work = Work,
            Award = Award,
            Holder = Holder,
            Waiver = Plain.Number(Waiver),
            Date = Date,
            Evidence = Evidence,
        };

    internal static void Configure(EntityTypeBuilder<EventEntry> entity)
    {
        entity.ToTable("events");
        entity.Property(entry => entry.EventId).HasMaxLength(RegisteredArea.IdLength);
        entity.Property(entry => entry.Subject).HasMaxLength(RegisteredArea.IdLength);
        entity.Property(entry => entry.Rule).HasMaxLength(WordLength);
        entity.Property(entry => entry.Level).HasMaxLength(WordLength);
        entity.Property(entry => entry.Item).HasMaxLength(WordLength);
        entity.Property(entry => entry.Work).HasMaxLength(WordLength);
        entity.Property(entry => entry.Award).HasMaxLength(WordLength);
        entity.Property(entry => entry.Holder).HasMaxLength(WordLength);
        entity.Property(entry => entry.Evidence).HasMaxLength(EvidenceLength);
        entity.Property(entry => entry.Reason).HasMaxLength(EvidenceLength);
        entity.Property(entry => entry.ReportedBy).HasMaxLength(128);
        entity.HasIndex(entry => entry.Supersedes).IsUnique();
        entity.HasIndex(entry => new
        {
            entry.Township,
            entry.Cycle,
            entry.EventId,
        });
    }
}
