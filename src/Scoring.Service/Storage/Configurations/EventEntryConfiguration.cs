using Assessment.Scoring.Cycles;
using Assessment.Scoring.Events;
using Assessment.Scoring.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class EventEntryConfiguration : IEntityTypeConfiguration<EventEntry>
{
    public void Configure(EntityTypeBuilder<EventEntry> entity)
    {
        entity.ToTable("events");
        entity.Property(entry => entry.EventId).HasMaxLength(Register.IdLength);
        entity.Property(entry => entry.Subject).HasMaxLength(Register.IdLength);
        entity.Property(entry => entry.Rule).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.Level).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.Item).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.Work).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.Award).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.Holder).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.Evidence).HasMaxLength(EventEntry.EvidenceLength);
        entity.Property(entry => entry.Reason).HasMaxLength(EventEntry.EvidenceLength);
        entity.Property(entry => entry.Risk).HasMaxLength(Register.IdLength);
        entity.Property(entry => entry.Applicant).HasMaxLength(EventEntry.WordLength);
        entity.Property(entry => entry.AppliedBy).HasMaxLength(128);
        entity.Property(entry => entry.ReportedBy).HasMaxLength(128);
        entity.Ignore(entry => entry.IsOver);
        entity.Ignore(entry => entry.WithdrawnForGood);
        entity.Ignore(entry => entry.Counting);
        entity.HasIndex(entry => entry.Counts);
        entity.HasIndex(entry => entry.Supersedes).IsUnique();
        entity.HasIndex(entry => new
        {
            entry.Township,
            entry.Cycle,
            entry.EventId,
        });
    }
}
