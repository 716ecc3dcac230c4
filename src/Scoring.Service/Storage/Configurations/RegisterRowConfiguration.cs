using Assessment.Scoring.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class RegisterRowConfiguration : IEntityTypeConfiguration<RegisterRow>
{
    public void Configure(EntityTypeBuilder<RegisterRow> entity)
    {
        entity.ToTable("register_rows");
        entity.Property(row => row.Id).ValueGeneratedNever();
        entity.Property(row => row.Register).HasMaxLength(32);
        entity.Property(row => row.Key).HasMaxLength(RegisterRow.KeyLength);
        entity.Property(row => row.SearchText).HasMaxLength(RegisterRow.SearchLength);
        entity.Property(row => row.Area).HasMaxLength(Register.IdLength);
        entity.Property(row => row.Person).HasMaxLength(Register.IdLength);
        entity.Property(row => row.Version).IsConcurrencyToken();
        entity
            .HasIndex(row => new
            {
                row.Township,
                row.Cycle,
                row.Register,
                row.Key,
            })
            .IsUnique();
    }
}
