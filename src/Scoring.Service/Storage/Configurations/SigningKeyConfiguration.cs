using Assessment.Scoring.Signing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Scoring.Storage.Configurations;

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> entity)
    {
        entity.ToTable("signing_keys");
        entity.HasKey(key => key.Fingerprint);
        entity
            .Property(key => key.Fingerprint)
            .HasMaxLength(SigningKey.FingerprintLength)
            .ValueGeneratedNever();
        // There is one current key, however many replicas need it at the same moment.
        entity.HasIndex(key => key.Number).IsUnique();
    }
}
