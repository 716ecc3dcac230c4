using Assessment.Gateway.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

internal sealed class TownshipConfiguration : IEntityTypeConfiguration<Township>
{
    public void Configure(EntityTypeBuilder<Township> township)
    {
        township.ToTable("townships");
        township.Property(t => t.Id).HasMaxLength(40);
        township.Property(t => t.Name).HasMaxLength(50);
    }
}
