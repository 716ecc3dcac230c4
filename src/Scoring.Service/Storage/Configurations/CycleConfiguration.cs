using Assessment.Scoring.Cycles;
using Assessment.Scoring.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class CycleConfiguration : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> entity)
    {
        entity.ToTable("cycles");
        entity.Property(cycle => cycle.Scheme).HasMaxLength(AdoptedScheme.IdLength);
        entity.Property(cycle => cycle.SchemeVersion).HasMaxLength(64);
        entity.Property(cycle => cycle.Title).HasMaxLength(AdoptedScheme.TitleLength);
        entity.Property(cycle => cycle.OpenedBy).HasMaxLength(128);
        entity.Property(cycle => cycle.FinalBy).HasMaxLength(128);
        entity.Property(cycle => cycle.CancelledBy).HasMaxLength(128);
        entity.Property(cycle => cycle.CancelledBecause).HasMaxLength(500);
        entity.Property(cycle => cycle.ArchivedBy).HasMaxLength(128);
        entity
            .HasIndex(cycle => new
            {
                cycle.Township,
                cycle.Scheme,
                cycle.Year,
                cycle.IsRehearsal,
                cycle.Run,
            })
            .IsUnique();
    }
}
