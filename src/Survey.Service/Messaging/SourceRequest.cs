using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Messaging;

/// <summary>Scoring's question what has been reported for a cycle, and how far it has been answered.</summary>
public sealed class SourceRequest : ITownshipOwned
{
    public Guid Request { get; init; }

    public Guid Cycle { get; init; }

    public string Township { get; set; } = "";

    /// <summary>The number of the newest answer; 0 before the first.</summary>
    public long Sequence { get; set; }

    /// <summary>The newest answer still named imports under way, so that another answer must follow.</summary>
    public bool Open { get; set; }

    internal static void Configure(EntityTypeBuilder<SourceRequest> entity)
    {
        entity.ToTable("source_requests");
        entity.HasKey(request => request.Request);
        entity.Property(request => request.Request).ValueGeneratedNever();
        entity.HasIndex(request => new { request.Cycle, request.Open });
    }
}
