using Assessment.Gateway.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage.Configurations;

/// <summary>What the rows that belong to an account have in common.</summary>
internal static class AccountRows
{
    public const int AddressLength = 64;
    public const int DigestLength = 64;

    public static void BelongsToAccount<TRow>(this EntityTypeBuilder<TRow> row, string property)
        where TRow : class =>
        row.HasOne<Account>().WithMany().HasForeignKey(property).OnDelete(DeleteBehavior.Cascade);
}
