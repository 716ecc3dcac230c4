using Assessment.Gateway.Accounts;
using Assessment.Gateway.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    /// <summary>The key of a duty's account, in the row of the duty.</summary>
    internal const string OwnerOfDuty = "Account";

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.DisplayName).HasMaxLength(50);
        account.Property(a => a.Township).HasMaxLength(40);
        account.Property(a => a.Staff).HasMaxLength(StaffRecord.LongestId);
        // Of a township's record one account; those without a record are no matter.
        account.HasIndex(a => new { a.Township, a.Staff }).IsUnique();
        account.OwnsMany(a => a.Duties, DutyRows);
        account
            .HasOne<Township>()
            .WithMany()
            .HasForeignKey(a => a.Township)
            .OnDelete(DeleteBehavior.Restrict);
        // Counted in the database itself; saving an account that was read before must not turn them back.
        foreach (
            var counted in new[]
            {
                nameof(Account.SecondFactorStep),
                nameof(Account.AccessFailedCount),
                nameof(Account.LockoutEnd),
            }
        )
        {
            account.Property(counted).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        }
    }

    private static void DutyRows(OwnedNavigationBuilder<Account, Duty> duty)
    {
        duty.ToTable("account_duties");
        duty.WithOwner().HasForeignKey(OwnerOfDuty);
        duty.HasKey(OwnerOfDuty, nameof(Duty.Role));
        duty.Property(d => d.Role).HasMaxLength(30).ValueGeneratedNever();
        duty.Property(d => d.Area).HasMaxLength(50);
    }
}
