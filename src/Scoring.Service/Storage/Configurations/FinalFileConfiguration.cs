using Assessment.Scoring.FinalFiles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class FinalFileConfiguration : IEntityTypeConfiguration<FinalFile>
{
    public void Configure(EntityTypeBuilder<FinalFile> entity)
    {
        entity.ToTable("final_files");
        entity.Property(file => file.ManifestSha256).HasMaxLength(FinalFile.HashLength);
        entity.Property(file => file.KeyFingerprint).HasMaxLength(FinalFile.HashLength);
        entity
            .HasIndex(file => new
            {
                file.Township,
                file.Cycle,
                file.Version,
            })
            .IsUnique();
    }
}
