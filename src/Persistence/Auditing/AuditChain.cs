using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Persistence.Auditing;

/// <summary>
/// The end of a township's chain in this service. Its row is what writers take turns by; it is the last thing that a
/// transaction locks, so that it cannot be part of a deadlock and is held for a moment only.
/// </summary>
public sealed class AuditChain : ITownshipOwned
{
    public string Township { get; set; } = "";

    /// <summary>Of the last entry; 0 before the first.</summary>
    public long Sequence { get; private set; }

    /// <summary>Of the last entry.</summary>
    public string Hash { get; private set; } = "";

    internal static void Configure(EntityTypeBuilder<AuditChain> entity)
    {
        entity.ToTable("audit_chains");
        entity.HasKey(chain => chain.Township);
        entity.Property(chain => chain.Township).HasMaxLength(64);
        entity.Property(chain => chain.Hash).HasMaxLength(AuditEntry.HashLength);
    }
}
