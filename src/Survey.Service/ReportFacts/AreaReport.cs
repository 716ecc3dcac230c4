using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.ReportFacts;

/// <summary>What was last reported of an area in a cycle.</summary>
public sealed class AreaReport : ITownshipOwned
{
    public Guid Cycle { get; init; }

    public string Area { get; init; } = "";

    public string Township { get; set; } = "";

    /// <summary>The version of the newest report; 0 before the first.</summary>
    public long Version { get; set; }

    /// <summary>The facts of the newest report, to find out whether there is anything new to say.</summary>
    public string FactsJson { get; set; } = "[]";

    /// <summary>Something has changed since that report.</summary>
    public bool Dirty { get; set; }

    /// <summary>Answers that residents have given on the page since that report.</summary>
    public int Unreported { get; set; }

    internal static void Configure(EntityTypeBuilder<AreaReport> entity)
    {
        entity.ToTable("area_reports");
        entity.HasKey(report => new { report.Cycle, report.Area });
        entity.Property(report => report.Area).HasMaxLength(64);
        entity.HasIndex(report => report.Dirty);
    }
}
