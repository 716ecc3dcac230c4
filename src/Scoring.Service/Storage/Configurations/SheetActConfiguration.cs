using Assessment.Scoring.Ledger;
using Assessment.Scoring.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class SheetActConfiguration : IEntityTypeConfiguration<SheetAct>
{
    public void Configure(EntityTypeBuilder<SheetAct> entity)
    {
        entity.ToTable("sheet_acts");
        entity.Property(act => act.Department).HasMaxLength(LedgerEntry.ByLength);
        entity.Property(act => act.Period).HasMaxLength(LedgerEntry.PeriodLength);
        entity.Property(act => act.By).HasMaxLength(200);
        entity.Property(act => act.Reason).HasMaxLength(DepartmentSheet.ReasonLength);
        entity.HasIndex(act => new { act.Township, act.Cycle });
    }
}
