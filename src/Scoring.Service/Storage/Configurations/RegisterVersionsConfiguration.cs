using Assessment.Scoring.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class RegisterVersionsConfiguration : IEntityTypeConfiguration<RegisterVersions>
{
    public void Configure(EntityTypeBuilder<RegisterVersions> entity)
    {
        entity.ToTable("register_versions");
        entity.HasKey(versions => versions.Township);
    }
}
