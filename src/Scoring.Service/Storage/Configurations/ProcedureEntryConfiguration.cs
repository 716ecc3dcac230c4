using Assessment.Scoring.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class ProcedureEntryConfiguration : IEntityTypeConfiguration<ProcedureEntry>
{
    public void Configure(EntityTypeBuilder<ProcedureEntry> entity)
    {
        entity.ToTable("procedure_acts");
        entity.Property(entry => entry.By).HasMaxLength(128);
        entity.Ignore(entry => entry.Act);
        entity
            .HasIndex(entry => new
            {
                entry.Township,
                entry.Cycle,
                entry.Number,
            })
            .IsUnique();
    }
}
