using Assessment.Survey.Campaigns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Survey.Storage.Configurations;

internal sealed class CycleConfiguration : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> entity)
    {
        entity.ToTable("cycles");
        entity.Property(cycle => cycle.Id).ValueGeneratedNever();
        entity.Property(cycle => cycle.Title).HasMaxLength(200);
        entity.Property(cycle => cycle.ProtectedKey).HasMaxLength(1024);
        entity.Ignore(cycle => cycle.IsFinal);
    }
}
