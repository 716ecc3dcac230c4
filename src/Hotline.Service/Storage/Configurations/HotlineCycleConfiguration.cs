using Assessment.Hotline.Cycles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Hotline.Storage.Configurations;

internal sealed class HotlineCycleConfiguration : IEntityTypeConfiguration<HotlineCycle>
{
    public void Configure(EntityTypeBuilder<HotlineCycle> entity)
    {
        entity.ToTable("cycles");
        entity.HasKey(cycle => new { cycle.Township, cycle.Id });
        entity.Property(cycle => cycle.Title).HasMaxLength(200);
        entity.Property(cycle => cycle.Item).HasMaxLength(64);
        entity.Property(cycle => cycle.TicketsItem).HasMaxLength(64);
        entity.Ignore(cycle => cycle.TakesTickets);
    }
}
