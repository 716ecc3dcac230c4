using Assessment.Imports.Undoing;
using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Imports;

/// <summary>The table of imports, in the database of a service that has any.</summary>
public static class ImportModel
{
    extension(ServiceDb db)
    {
        public DbSet<ImportJob> Imports => db.Set<ImportJob>();

        internal DbSet<ImportedRow> ImportedRows => db.Set<ImportedRow>();
    }

    public static void AddImports(this ModelBuilder model) =>
        model
            .ApplyConfiguration(new ImportJobConfiguration())
            .ApplyConfiguration(new ImportedRowConfiguration());
}

internal sealed class ImportJobConfiguration : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> entity)
    {
        entity.ToTable("imports");
        entity.HasKey(job => job.Id);
        entity.Property(job => job.Kind).HasMaxLength(32);
        entity.Property(job => job.FileName).HasMaxLength(ImportJob.FileNameLength);
        entity.Property(job => job.Hash).HasMaxLength(64);
        entity.Property(job => job.UploadedBy).HasMaxLength(128);
        entity.Property(job => job.ErrorCode).HasMaxLength(64);
        entity.Ignore(job => job.Ended);
        entity.Ignore(job => job.Counts);
        entity.Ignore(job => job.Problems);
        entity.Ignore(job => job.UnusedHeads);
        entity.Property(job => job.CycleTitle).HasMaxLength(ImportJob.CycleTitleLength);
        entity.Property(job => job.Reason).HasMaxLength(ImportJob.ReasonLength);
        entity.Property(job => job.UndoneBy).HasMaxLength(128);
        entity.Property(job => job.UndoReason).HasMaxLength(ImportJob.UndoReasonLength);
        entity
            .HasIndex(job => new
            {
                job.Township,
                job.Kind,
                job.Cycle,
                job.Hash,
                job.UndoneBefore,
            })
            .IsUnique();
        entity.HasIndex(job => job.Status);
    }
}

internal sealed class ImportedRowConfiguration : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> entity)
    {
        entity.ToTable("imported_rows");
        entity.Property(row => row.Key).HasMaxLength(ImportedRow.KeyLength);
        entity.HasIndex(row => new { row.Township, row.Import });
    }
}
