using System.Text.Json;
using Assessment.Engine;
using Assessment.Scoring.Areas;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Ledger;

/// <summary>
/// 事实台账的一条: a fact with who, when and from what evidence. Entries are only added. A correction is a new entry that
/// names the one it supersedes; so is a withdrawal. What holds is what nothing supersedes and is no withdrawal.
/// </summary>
public sealed class LedgerEntry : ITownshipOwned
{
    public const int ItemLength = 128;
    public const int ByLength = 64;
    public const int PeriodLength = 32;
    public const int ReasonLength = 500;

    /// <summary>Grows in the order of writing.</summary>
    public long Id { get; private set; }

    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Subject { get; init; } = "";

    public string Item { get; init; } = "";

    public string? By { get; init; }

    public string? Period { get; init; }

    public decimal Value { get; init; }

    public decimal? Count { get; init; }

    public decimal? Eligible { get; init; }

    public string EvidenceJson { get; init; } = "[]";

    public string? Reason { get; init; }

    /// <summary><c>survey</c>, <c>hotline</c> or <c>department</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>The source's version with which it came; null where the source has none.</summary>
    public long? SourceVersion { get; init; }

    public string ReportedBy { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>The entry that this one takes the place of.</summary>
    public long? Supersedes { get; init; }

    public bool Withdrawn { get; init; }

    public FactKey Key => new(Subject, Item, By, Period);

    public IReadOnlyList<string> Evidence =>
        JsonSerializer.Deserialize<List<string>>(EvidenceJson)!;

    /// <summary>Whether the observation says something that this entry does not. A missing reason says nothing.</summary>
    public bool DiffersFrom(Observation observed) =>
        Value != observed.Value
        || Count != observed.Count
        || Eligible != observed.Eligible
        || (observed.Reason is not null && observed.Reason != Reason);

    /// <summary>As the engine sees it. The reason of a score is evidence, too.</summary>
    public Fact ToFact() =>
        new(
            Subject,
            Item,
            Plain.Number(Value),
            By,
            Period,
            Plain.Number(Count),
            Plain.Number(Eligible)
        )
        {
            Evidence = Reason is null ? Evidence : [.. Evidence, Reason],
            ReportedBy = ReportedBy,
            ReportedAt = ReportedAt,
        };

    internal static void Configure(EntityTypeBuilder<LedgerEntry> entity)
    {
        entity.ToTable("ledger");
        entity.Property(entry => entry.Subject).HasMaxLength(RegisteredArea.IdLength);
        entity.Property(entry => entry.Item).HasMaxLength(ItemLength);
        entity.Property(entry => entry.By).HasMaxLength(ByLength);
        entity.Property(entry => entry.Period).HasMaxLength(PeriodLength);
        entity.Property(entry => entry.Reason).HasMaxLength(ReasonLength);
        entity.Property(entry => entry.Source).HasMaxLength(32);
        entity.Property(entry => entry.ReportedBy).HasMaxLength(200);
        entity.Ignore(entry => entry.Key);
        entity.Ignore(entry => entry.Evidence);
        // Nothing is superseded twice: the history of a fact is a line, not a tree.
        entity.HasIndex(entry => entry.Supersedes).IsUnique();
        entity.HasIndex(entry => new
        {
            entry.Township,
            entry.Cycle,
            entry.Subject,
        });
    }
}
