using Assessment.Payout.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Payout.Storage.Configurations;

internal sealed class SheetLineConfiguration : IEntityTypeConfiguration<SheetLine>
{
    public void Configure(EntityTypeBuilder<SheetLine> entity)
    {
        entity.ToTable("sheet_lines");
        // Nobody is on a sheet twice.
        entity.HasKey(line => new { line.Sheet, line.Person });
        entity.Property(line => line.Person).HasMaxLength(64);
        entity.Property(line => line.Reference).HasMaxLength(128);
        entity.Property(line => line.Name).HasMaxLength(200);
        entity.Property(line => line.Area).HasMaxLength(64);
        entity.Property(line => line.AreaName).HasMaxLength(200);
        entity.Property(line => line.Post).HasMaxLength(64);
        entity.Property(line => line.PostTitle).HasMaxLength(200);
        entity.Property(line => line.RoleTitle).HasMaxLength(200);
        entity.Property(line => line.Tier).HasMaxLength(64);
        entity
            .Property(line => line.Amount)
            .HasPrecision(PayoutDb.MoneyPrecision, PayoutDb.FenDecimals);
    }
}
