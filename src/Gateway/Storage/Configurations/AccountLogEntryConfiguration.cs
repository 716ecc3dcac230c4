using Assessment.Gateway.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

internal sealed class AccountLogEntryConfiguration : IEntityTypeConfiguration<AccountLogEntry>
{
    public void Configure(EntityTypeBuilder<AccountLogEntry> entry)
    {
        entry.ToTable("account_log");
        entry.Property(e => e.By).HasMaxLength(450);
        entry.Property(e => e.Details).HasMaxLength(AccountLogEntry.LongestDetails);
        entry.BelongsToAccount(nameof(AccountLogEntry.Account));
    }
}
