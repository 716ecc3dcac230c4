using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assessment.Audit;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Persistence.Auditing;

/// <summary>审计记录 as it is stored. Until it is sealed it has neither place nor hash, and <see cref="AuditSealing"/> keeps it back.</summary>
public sealed class AuditEntry : ITownshipOwned, IWrittenOnce
{
    internal const int WhoLength = 256;
    internal const int DutyLength = 32;
    internal const int ActionLength = 64;
    internal const int SubjectLength = 512;
    internal const int ReasonLength = 1000;
    internal const int HashLength = 64;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Has no meaning: the place in the chain is <see cref="Sequence"/>.</summary>
    public long Id { get; private set; }

    /// <summary>Empty for what belongs to no township.</summary>
    public string Township { get; set; } = "";

    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string Who { get; private set; } = "";

    public string Duty { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public Guid? Cycle { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The text of a JSON object, kept letter for letter, since it is hashed.</summary>
    public string? Before { get; private set; }

    /// <inheritdoc cref="Before"/>
    public string? After { get; private set; }

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    internal static AuditEntry Of(AuditedChange change, string township) =>
        new()
        {
            Township = township,
            Who = change.By?.Who ?? "",
            Duty = change.By?.Duty ?? "",
            Action = change.Action,
            Subject = change.Subject,
            Cycle = change.Cycle,
            Reason = change.Reason,
            Before = TextOf(change.Before),
            After = TextOf(change.After),
        };

    /// <summary>Gives the entry its place at the end of the chain.</summary>
    /// <param name="at">Cut to what the database keeps, microseconds.</param>
    internal void Seal(
        string service,
        long sequence,
        DateTimeOffset at,
        AuditSigner author,
        string previousHash
    )
    {
        (Sequence, PreviousHash) = (sequence, previousHash);
        At = new DateTimeOffset(
            at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond),
            default
        );
        if (Who.Length == 0)
        {
            (Who, Duty) = (author.Who, author.Duty);
        }

        Hash = AuditHash.Of(ToRecord(service));
    }

    internal AuditRecord ToRecord(string service) =>
        new(
            service,
            Township,
            Sequence,
            At,
            Who,
            Duty,
            Action,
            Subject,
            Cycle,
            Reason,
            Before,
            After,
            PreviousHash,
            Hash
        );

    internal static void Configure(EntityTypeBuilder<AuditEntry> entity)
    {
        entity.ToTable("audit_entries");
        entity.Property(entry => entry.Township).HasMaxLength(64);
        entity.Property(entry => entry.Who).HasMaxLength(WhoLength);
        entity.Property(entry => entry.Duty).HasMaxLength(DutyLength);
        entity.Property(entry => entry.Action).HasMaxLength(ActionLength);
        entity.Property(entry => entry.Subject).HasMaxLength(SubjectLength);
        entity.Property(entry => entry.Reason).HasMaxLength(ReasonLength);
        entity.Property(entry => entry.PreviousHash).HasMaxLength(HashLength);
        entity.Property(entry => entry.Hash).HasMaxLength(HashLength);
        entity.HasIndex(entry => new { entry.Township, entry.Sequence }).IsUnique();
    }

    private static string? TextOf(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, Form);
}
