using Assessment.Gateway.Accounts;
using Assessment.Gateway.SignInHistory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

internal sealed class SignInRecordConfiguration : IEntityTypeConfiguration<SignInRecord>
{
    public void Configure(EntityTypeBuilder<SignInRecord> record)
    {
        record.ToTable("sign_in_records");
        record.Property(r => r.NameDigest).HasMaxLength(8);
        record.Property(r => r.Address).HasMaxLength(AccountRows.AddressLength);
        record.HasIndex(r => r.At);
        record.BelongsToAccount(nameof(SignInRecord.Account));
    }
}
