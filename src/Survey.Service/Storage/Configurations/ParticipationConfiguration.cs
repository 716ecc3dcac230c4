using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Storage.Configurations;

internal sealed class ParticipationConfiguration : IEntityTypeConfiguration<Participation>
{
    public void Configure(EntityTypeBuilder<Participation> entity)
    {
        entity.ToTable("participations");
        // One household, one answer: the database itself refuses a second.
        entity.HasKey(participation => new { participation.Campaign, participation.Household });
        entity.Property(participation => participation.Area).HasMaxLength(64);
        entity.HasIndex(participation => new { participation.Campaign, participation.Area });
    }
}
