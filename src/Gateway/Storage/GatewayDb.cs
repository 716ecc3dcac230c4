using Assessment.Gateway.Accounts;
using Assessment.Gateway.Townships;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Storage;

/// <summary>Accounts and townships, with PostgreSQL migrations. It spans townships, so no township filter: each query states whose it reads.</summary>
public class GatewayDb(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    public DbSet<Township> Townships => Set<Township>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Township>(township =>
        {
            township.ToTable("townships");
            township.Property(t => t.Id).HasMaxLength(40);
            township.Property(t => t.Name).HasMaxLength(50);
        });
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.DisplayName).HasMaxLength(50);
            account.Property(a => a.Role).HasMaxLength(30);
            account.Property(a => a.Township).HasMaxLength(40);
            account.Property(a => a.Department).HasMaxLength(50);
            account.Property(a => a.Area).HasMaxLength(50);
            account
                .HasOne<Township>()
                .WithMany()
                .HasForeignKey(a => a.Township)
                .OnDelete(DeleteBehavior.Restrict);
        });
        // The framework's store needs these; nothing is kept in them so far.
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("account_tokens");
    }
}

/// <summary>The same model with SQL Server migrations.</summary>
public sealed class SqlServerGatewayDb(DbContextOptions<SqlServerGatewayDb> options)
    : GatewayDb(options);
