using Assessment.Payout.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Payout.Storage.Configurations;

internal sealed class PayoutTownshipConfiguration : IEntityTypeConfiguration<PayoutTownship>
{
    public void Configure(EntityTypeBuilder<PayoutTownship> entity)
    {
        entity.ToTable("townships");
        entity.HasKey(township => township.Township);
    }
}
