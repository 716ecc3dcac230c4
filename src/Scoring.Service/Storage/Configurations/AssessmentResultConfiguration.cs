using Assessment.Scoring.Cycles;
using Assessment.Scoring.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class AssessmentResultConfiguration : IEntityTypeConfiguration<AssessmentResult>
{
    public void Configure(EntityTypeBuilder<AssessmentResult> entity)
    {
        entity.ToTable("results");
        entity.Property(result => result.SchemeVersion).HasMaxLength(64);
        entity.Property(result => result.Digest).HasMaxLength(64);
        entity.Property(result => result.CalculatedBy).HasMaxLength(128);
        entity
            .HasIndex(result => new
            {
                result.Township,
                result.Cycle,
                result.Number,
            })
            .IsUnique();
    }
}
