using Assessment.Gateway.Accounts;
using Assessment.Gateway.ApiKeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.ToTable("api_keys");
        key.Property(k => k.Id).HasMaxLength(20);
        key.Property(k => k.SecretDigest).HasMaxLength(AccountRows.DigestLength);
        key.Property(k => k.Last4).HasMaxLength(4);
        key.BelongsToAccount(nameof(ApiKey.Account));
    }
}
