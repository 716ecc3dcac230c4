using Assessment.Hotline.ExclusionReview;
using Assessment.Hotline.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Hotline.Storage.Configurations;

internal sealed class ExclusionStepConfiguration : IEntityTypeConfiguration<ExclusionStep>
{
    public void Configure(EntityTypeBuilder<ExclusionStep> entity)
    {
        entity.ToTable("exclusion_steps");
        entity.Property(step => step.Number).HasMaxLength(TicketColumns.NumberLength);
        entity.Property(step => step.Note).HasMaxLength(500);
        entity.Property(step => step.By).HasMaxLength(128);
        entity.HasIndex(step => new { step.Township, step.Number });
    }
}
