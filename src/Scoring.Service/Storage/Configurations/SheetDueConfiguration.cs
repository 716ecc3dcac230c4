using Assessment.Scoring.Ledger;
using Assessment.Scoring.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class SheetDueConfiguration : IEntityTypeConfiguration<SheetDue>
{
    public void Configure(EntityTypeBuilder<SheetDue> entity)
    {
        entity.ToTable("sheet_dues");
        entity.HasKey(one => new
        {
            one.Township,
            one.Cycle,
            one.Period,
        });
        entity.Property(one => one.Period).HasMaxLength(LedgerEntry.PeriodLength);
    }
}
