using Assessment.Scoring.Procedures.Objections;
using Assessment.Scoring.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>
{
    public void Configure(EntityTypeBuilder<Objection> entity)
    {
        entity.ToTable("objections");
        entity.Property(objection => objection.Subject).HasMaxLength(Register.IdLength);
        entity.Property(objection => objection.Item).HasMaxLength(Objection.ItemLength);
        entity.Property(objection => objection.Text).HasMaxLength(Objection.TextLength);
        entity.Property(objection => objection.EnteredBy).HasMaxLength(128);
        entity.Property(objection => objection.Name).HasMaxLength(Objection.NameLength);
        entity.Property(objection => objection.Contact).HasMaxLength(Objection.ContactLength);
        entity.Property(objection => objection.CodeHash).HasMaxLength(32);
        entity.HasIndex(objection => objection.CodeHash).IsUnique();
        entity
            .HasIndex(objection => new
            {
                objection.Township,
                objection.Cycle,
                objection.Number,
            })
            .IsUnique();
    }
}
