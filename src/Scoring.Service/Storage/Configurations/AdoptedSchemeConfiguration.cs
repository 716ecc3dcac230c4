using Assessment.Scoring.Schemes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class AdoptedSchemeConfiguration : IEntityTypeConfiguration<AdoptedScheme>
{
    public void Configure(EntityTypeBuilder<AdoptedScheme> entity)
    {
        entity.ToTable("adopted_schemes");
        entity.Property(scheme => scheme.SchemeId).HasMaxLength(AdoptedScheme.IdLength);
        entity.Property(scheme => scheme.Version).HasMaxLength(64);
        entity.Property(scheme => scheme.ContentHash).HasMaxLength(64);
        entity.Property(scheme => scheme.Title).HasMaxLength(AdoptedScheme.TitleLength);
        entity.Property(scheme => scheme.AdoptedBy).HasMaxLength(128);
        entity.HasIndex(scheme => new { scheme.Township, scheme.ContentHash }).IsUnique();
    }
}
