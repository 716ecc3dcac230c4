using Assessment.Scoring.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class RegisteredAreaConfiguration : IEntityTypeConfiguration<RegisteredArea>
{
    public void Configure(EntityTypeBuilder<RegisteredArea> entity)
    {
        entity.ToTable("areas");
        entity.HasKey(area => new { area.Township, area.Id });
        entity.Property(area => area.Id).HasMaxLength(RegisteredArea.IdLength);
        entity.Property(area => area.Name).HasMaxLength(AreaRow.NameLength);
        entity.Property(area => area.Category).HasMaxLength(AreaRow.NameLength);
    }
}
