using Assessment.Scoring.Schemes;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Cycles;

/// <summary>考核周期: one run of an adopted scheme for one year.</summary>
public sealed class Cycle : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    /// <summary>The adopted scheme, which stays the same whatever is adopted later.</summary>
    public Guid Adoption { get; init; }

    public string Scheme { get; init; } = "";

    public string SchemeVersion { get; init; } = "";

    public string Title { get; init; } = "";

    public int Year { get; init; }

    public CycleState State { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public string OpenedBy { get; init; } = "";

    public DateTimeOffset? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    /// <summary>Grows with every change of the cycle's facts and events.</summary>
    public long FactsVersion { get; set; }

    /// <summary>Grows with every publication.</summary>
    public long Publications { get; set; }

    /// <summary>Grows with every turn, see <see cref="CycleTurn"/>.</summary>
    public long Turns { get; private set; }

    internal static void Configure(EntityTypeBuilder<Cycle> entity)
    {
        entity.ToTable("cycles");
        entity.Property(cycle => cycle.Scheme).HasMaxLength(AdoptedScheme.IdLength);
        entity.Property(cycle => cycle.SchemeVersion).HasMaxLength(64);
        entity.Property(cycle => cycle.Title).HasMaxLength(AdoptedScheme.TitleLength);
        entity.Property(cycle => cycle.OpenedBy).HasMaxLength(128);
        entity.Property(cycle => cycle.PublishedBy).HasMaxLength(128);
        entity
            .HasIndex(cycle => new
            {
                cycle.Township,
                cycle.Scheme,
                cycle.Year,
            })
            .IsUnique();
    }
}
