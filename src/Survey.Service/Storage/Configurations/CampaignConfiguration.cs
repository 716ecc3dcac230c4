using Assessment.Survey.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Storage.Configurations;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> entity)
    {
        entity.ToTable("campaigns");
        entity.Property(campaign => campaign.Id).ValueGeneratedNever();
        entity.Property(campaign => campaign.Channel).HasMaxLength(64);
        entity.Property(campaign => campaign.Wave).HasMaxLength(32);
        entity.Property(campaign => campaign.Title).HasMaxLength(200);
        entity.Property(campaign => campaign.Item).HasMaxLength(128);
        entity.Property(campaign => campaign.HouseholdsItem).HasMaxLength(128);
        entity.Property(campaign => campaign.PartyMembersItem).HasMaxLength(128);
        entity.Property(campaign => campaign.ProtectedKey).HasMaxLength(1024);
        entity.Property(campaign => campaign.ClosedBy).HasMaxLength(128);
        entity.Ignore(campaign => campaign.Questionnaire);
        entity
            .HasIndex(campaign => new
            {
                campaign.Cycle,
                campaign.Channel,
                campaign.Wave,
            })
            .IsUnique();
    }
}
