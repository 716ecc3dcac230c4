using Assessment.Hotline.Attribution;
using Assessment.Hotline.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Hotline.Storage.Configurations;

internal sealed class AttributionStepConfiguration : IEntityTypeConfiguration<AttributionStep>
{
    public void Configure(EntityTypeBuilder<AttributionStep> entity)
    {
        entity.ToTable("attribution_steps");
        entity.Property(step => step.Number).HasMaxLength(TicketColumns.NumberLength);
        entity.Property(step => step.Area).HasMaxLength(64);
        entity.Property(step => step.By).HasMaxLength(128);
        entity.HasIndex(step => new { step.Township, step.Number });
    }
}
