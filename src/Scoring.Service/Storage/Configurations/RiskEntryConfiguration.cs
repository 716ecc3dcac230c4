using Assessment.Scoring.Events;
using Assessment.Scoring.Registers;
using Assessment.Scoring.Risks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class RiskEntryConfiguration : IEntityTypeConfiguration<RiskEntry>
{
    public void Configure(EntityTypeBuilder<RiskEntry> entity)
    {
        entity.ToTable("risks");
        entity.Property(entry => entry.Number).HasMaxLength(Register.IdLength);
        entity.Property(entry => entry.Subject).HasMaxLength(Register.IdLength);
        entity.Property(entry => entry.Rule).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.Description).HasMaxLength(RiskEntry.DescriptionLength);
        entity.Property(entry => entry.Applicant).HasMaxLength(128);
        entity.Property(entry => entry.AppliedBy).HasMaxLength(128);
        entity.Property(entry => entry.Reason).HasMaxLength(500);
        entity.Property(entry => entry.ReportedBy).HasMaxLength(128);
        entity.HasIndex(entry => entry.Supersedes).IsUnique();
        entity.HasIndex(entry => new
        {
            entry.Township,
            entry.Cycle,
            entry.Number,
        });
    }
}
