using Assessment.Scoring.Cycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class ClosedCampaignConfiguration : IEntityTypeConfiguration<ClosedCampaign>
{
    public void Configure(EntityTypeBuilder<ClosedCampaign> entity)
    {
        entity.ToTable("closed_campaigns");
        entity.HasKey(campaign => new
        {
            campaign.Township,
            campaign.Cycle,
            campaign.Channel,
            campaign.Wave,
        });
        entity.Property(campaign => campaign.Channel).HasMaxLength(ClosedCampaign.ChannelLength);
        entity.Property(campaign => campaign.Wave).HasMaxLength(ClosedCampaign.WaveLength);
    }
}
