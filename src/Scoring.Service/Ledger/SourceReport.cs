using Assessment.Scoring.Areas;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Ledger;

/// <summary>The newest version that a source has reported of a subject; older ones that arrive later are of no interest.</summary>
public sealed class SourceReport : ITownshipOwned
{
    public string Township { get; set; } = "";

    public Guid Cycle { get; init; }

    public string Source { get; init; } = "";

    public string Subject { get; init; } = "";

    public long Version { get; set; }

    public DateTimeOffset ObservedAt { get; set; }

    internal static void Configure(EntityTypeBuilder<SourceReport> entity)
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
        entity.Property(report => report.Subject).HasMaxLength(RegisteredArea.IdLength);
    }
}
