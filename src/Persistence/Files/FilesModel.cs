using Assessment.Persistence.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Persistence.Files;

/// <summary>The tables of files, in the database of a service that has any.</summary>
public static class FilesModel
{
    extension(ServiceDb db)
    {
        public DbSet<StoredFile> Files => db.Set<StoredFile>();

        public DbSet<FileAttachment> FileAttachments => db.Set<FileAttachment>();
    }

    public static void AddFiles(this ModelBuilder model)
    {
        model.Entity<StoredFile>(Configure);
        model.Entity<FileAttachment>(Configure);
        model.Entity<FileQuotaLock>(entity =>
        {
            entity.ToTable("file_quota_locks");
            entity.HasKey(row => row.Township);
        });
    }

    private static void Configure(EntityTypeBuilder<StoredFile> entity)
    {
        entity.ToTable("files");
        entity.HasKey(file => file.Id);
        entity.Property(file => file.FileName).HasMaxLength(StoredFile.FileNameLength);
        entity.Property(file => file.ContentType).HasMaxLength(128);
        entity.Property(file => file.Sha256).HasMaxLength(64);
        entity.Property(file => file.WrappedKey).HasMaxLength(512);
        entity.Property(file => file.UploadedBy).HasMaxLength(128);
        entity.HasIndex(file => new { file.Township, file.Cycle });
    }

    private static void Configure(EntityTypeBuilder<FileAttachment> entity)
    {
        entity.ToTable("file_attachments");
        entity.HasKey(attachment => attachment.Id);
        entity
            .Property(attachment => attachment.Subject)
            .HasMaxLength(FileAttachment.SubjectLength);
        entity
            .Property(attachment => attachment.Department)
            .HasMaxLength(FileAttachment.DepartmentLength);
        entity.HasIndex(attachment => attachment.File);
        entity
            .HasOne<StoredFile>()
            .WithMany()
            .HasForeignKey(attachment => attachment.File)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
