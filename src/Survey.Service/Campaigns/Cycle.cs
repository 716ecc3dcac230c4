using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Campaigns;

/// <summary>A cycle (考核周期) for which campaigns were ordered.</summary>
public sealed class Cycle : ITownshipOwned
{
    public Guid Id { get; init; }

    public string Township { get; set; } = "";

    public string Title { get; init; } = "";

    /// <summary>
    /// Makes the households' tags; protected by the key ring. Destroyed when the cycle's last campaign is closed: then
    /// nobody can tell any more which tag is which household.
    /// </summary>
    public byte[]? ProtectedKey { get; set; }

    /// <summary>Only grows; see <see cref="Storage.SurveyDb.HoldCycleAsync"/>.</summary>
    public long Held { get; init; }

    internal static void Configure(EntityTypeBuilder<Cycle> entity)
    {
        entity.ToTable("cycles");
        entity.Property(cycle => cycle.Id).ValueGeneratedNever();
        entity.Property(cycle => cycle.Title).HasMaxLength(200);
        entity.Property(cycle => cycle.ProtectedKey).HasMaxLength(1024);
    }
}
