using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class LedgerEntryConfiguration : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entity)
    {
        entity.ToTable("ledger");
        entity.Property(entry => entry.Subject).HasMaxLength(Register.IdLength);
        entity.Property(entry => entry.Item).HasMaxLength(LedgerEntry.ItemLength);
        entity.Property(entry => entry.By).HasMaxLength(LedgerEntry.ByLength);
        entity.Property(entry => entry.Period).HasMaxLength(LedgerEntry.PeriodLength);
        entity.Property(entry => entry.Sheet).HasMaxLength(LedgerEntry.ByLength);
        entity.Property(entry => entry.Reason).HasMaxLength(LedgerEntry.ReasonLength);
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
