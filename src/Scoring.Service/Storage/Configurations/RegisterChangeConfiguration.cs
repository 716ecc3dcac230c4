using Assessment.Scoring.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class RegisterChangeConfiguration : IEntityTypeConfiguration<RegisterChange>
{
    public void Configure(EntityTypeBuilder<RegisterChange> entity)
    {
        entity.ToTable("register_changes");
        entity.Property(change => change.Id).ValueGeneratedNever();
        entity.Property(change => change.Register).HasMaxLength(32);
        entity.Property(change => change.Key).HasMaxLength(RegisterRow.KeyLength);
        entity.Property(change => change.Reason).HasMaxLength(RegisterRow.ReasonLength);
        entity.Property(change => change.By).HasMaxLength(128);
        entity.Ignore(change => change.Before);
        entity.Ignore(change => change.After);
        // A version of a row comes about by one change.
        entity.HasIndex(change => new { change.Row, change.Version }).IsUnique();
        entity.HasIndex(change => change.Import);
    }
}
