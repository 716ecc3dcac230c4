using Assessment.Payout.Bases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Payout.Storage.Configurations;

internal sealed class PayBaseConfiguration : IEntityTypeConfiguration<PayBase>
{
    public void Configure(EntityTypeBuilder<PayBase> entity)
    {
        entity.ToTable("pay_bases");
        entity.HasKey(row => new { row.Township, row.Person });
        entity.Property(row => row.Person).HasMaxLength(64);
        entity
            .Property(row => row.Base)
            .HasPrecision(PayoutDb.MoneyPrecision, PayoutDb.FenDecimals);
    }
}
