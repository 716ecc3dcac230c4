using Assessment.Scoring.Ledger;
using Assessment.Scoring.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class DepartmentSheetConfiguration : IEntityTypeConfiguration<DepartmentSheet>
{
    public void Configure(EntityTypeBuilder<DepartmentSheet> entity)
    {
        entity.ToTable("sheets");
        entity.HasKey(sheet => new
        {
            sheet.Township,
            sheet.Cycle,
            sheet.Department,
            sheet.Period,
        });
        entity.Property(sheet => sheet.Department).HasMaxLength(LedgerEntry.ByLength);
        entity.Property(sheet => sheet.Period).HasMaxLength(LedgerEntry.PeriodLength);
        entity.Ignore(sheet => sheet.Key);
    }
}
