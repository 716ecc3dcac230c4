using Assessment.Gateway.Accounts;
using Assessment.Gateway.ApiKeys;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.SignInHistory;
using Assessment.Gateway.Townships;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Assessment.Gateway.Storage;

/// <summary>Accounts and townships, with PostgreSQL migrations. It spans townships, so no township filter: each query states whose it reads.</summary>
public class GatewayDb(DbContextOptions options) : IdentityUserContext<Account>(options)
{
    private const int AddressLength = 64;
    private const int DigestLength = 64;

    public DbSet<Township> Townships => Set<Township>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<SignInRecord> SignInRecords => Set<SignInRecord>();

    public DbSet<AccountLogEntry> AccountLog => Set<AccountLogEntry>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Township>(township =>
        {
            township.ToTable("townships");
            township.Property(t => t.Id).HasMaxLength(40);
            township.Property(t => t.Name).HasMaxLength(50);
        });
        builder.Entity<Account>(Configure);
        builder.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.Property(s => s.Address).HasMaxLength(AddressLength);
            session.Property(s => s.Browser).HasMaxLength(120);
            BelongsToAccount(session, nameof(Session.Account));
        });
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.Property(i => i.TokenDigest).HasMaxLength(DigestLength);
            invitation.HasIndex(i => i.TokenDigest).IsUnique();
            BelongsToAccount(invitation, nameof(Invitation.Account));
        });
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("api_keys");
            key.Property(k => k.Id).HasMaxLength(20);
            key.Property(k => k.SecretDigest).HasMaxLength(DigestLength);
            key.Property(k => k.Last4).HasMaxLength(4);
            BelongsToAccount(key, nameof(ApiKey.Account));
        });
        builder.Entity<SignInRecord>(record =>
        {
            record.ToTable("sign_in_records");
            record.Property(r => r.NameDigest).HasMaxLength(8);
            record.Property(r => r.Address).HasMaxLength(AddressLength);
            record.HasIndex(r => r.At);
            BelongsToAccount(record, nameof(SignInRecord.Account));
        });
        builder.Entity<AccountLogEntry>(entry =>
        {
            entry.ToTable("account_log");
            entry.Property(e => e.By).HasMaxLength(450);
            entry.Property(e => e.Details).HasMaxLength(50);
            BelongsToAccount(entry, nameof(AccountLogEntry.Account));
        });
        builder.Entity<IdentityUserClaim<string>>().ToTable("account_claims");
        // Outside identities (外部身份) that are linked to accounts.
        builder.Entity<IdentityUserLogin<string>>().ToTable("account_logins");
        // Keys of authenticator apps and recovery codes, encrypted.
        builder.Entity<IdentityUserToken<string>>().ToTable("account_tokens");
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        if (
            ChangeTracker
                .Entries<IAppendOnly>()
                .Any(entry => entry.State is EntityState.Modified or EntityState.Deleted)
        )
        {
            throw new InvalidOperationException("A record that is only added to was changed.");
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private static void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts");
        account.Property(a => a.DisplayName).HasMaxLength(50);
        account.Property(a => a.Role).HasMaxLength(30);
        account.Property(a => a.Township).HasMaxLength(40);
        account.Property(a => a.Area).HasMaxLength(50);
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

    private static void BelongsToAccount<TRow>(EntityTypeBuilder<TRow> row, string property)
        where TRow : class =>
        row.HasOne<Account>().WithMany().HasForeignKey(property).OnDelete(DeleteBehavior.Cascade);
}

/// <summary>The same model with SQL Server migrations.</summary>
public sealed class SqlServerGatewayDb(DbContextOptions<SqlServerGatewayDb> options)
    : GatewayDb(options);
