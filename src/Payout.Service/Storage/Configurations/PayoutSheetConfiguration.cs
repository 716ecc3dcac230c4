using Assessment.Payout.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Payout.Storage.Configurations;

internal sealed class PayoutSheetConfiguration : IEntityTypeConfiguration<PayoutSheet>
{
    public void Configure(EntityTypeBuilder<PayoutSheet> entity)
    {
        entity.ToTable("sheets");
        entity.Property(sheet => sheet.Scheme).HasMaxLength(64);
        entity.Property(sheet => sheet.Title).HasMaxLength(200);
        entity.Property(sheet => sheet.Digest).HasMaxLength(128);
        // Whatever else goes wrong, a cycle has one sheet of each number, and so one newest sheet.
        entity
            .HasIndex(sheet => new
            {
                sheet.Township,
                sheet.Cycle,
                sheet.Number,
            })
            .IsUnique();
        entity.HasMany(sheet => sheet.Lines).WithOne().HasForeignKey(line => line.Sheet);
    }
}
