using Assessment.Scoring.Adjustments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class AdjustmentConfiguration : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> entity)
    {
        entity.ToTable("adjustments");
        entity.Property(one => one.Reason).HasMaxLength(500);
        entity.Property(one => one.Clause).HasMaxLength(500);
        entity.Property(one => one.ProposedBy).HasMaxLength(128);
        entity.Property(one => one.DecidedBy).HasMaxLength(128);
        entity.Property(one => one.Refusal).HasMaxLength(500);
        entity.Ignore(one => one.Values);
        entity.Ignore(one => one.Meeting);
        entity
            .HasIndex(one => new
            {
                one.Township,
                one.Cycle,
                one.Number,
            })
            .IsUnique();
    }
}
