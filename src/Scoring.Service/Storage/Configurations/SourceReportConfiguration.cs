using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class SourceReportConfiguration : IEntityTypeConfiguration<SourceReport>
{
    public void Configure(EntityTypeBuilder<SourceReport> entity)
    {
        entity.ToTable("source_reports");
        entity.HasKey(report => new
        {
            report.Township,
            report.Cycle,
            report.Source,
            report.Subject,
        });
        entity.Property(report => report.Source).HasMaxLength(32);
        entity.Property(report => report.Subject).HasMaxLength(Register.IdLength);
    }
}
