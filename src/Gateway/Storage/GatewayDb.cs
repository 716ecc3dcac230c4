using Assessment.Gateway.Accounts;
using Assessment.Gateway.ApiKeys;
using Assessment.Gateway.Invitations;
using Assessment.Gateway.SignIn;
using Assessment.Gateway.SignInHistory;
using Assessment.Gateway.Townships;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Gateway.Storage;

/// <summary>Accounts and townships, with PostgreSQL migrations. It spans townships, so no township filter: each query states whose it reads.</summary>
public class GatewayDb(DbContextOptions options) : IdentityUserContext<Account>(options)
{
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
        builder.ApplyConfigurationsFromAssembly(typeof(GatewayDb).Assembly);
        builder.AddAudit();
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
        ChangeTracker.GuardWrittenOnce();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

/// <summary>The same model with SQL Server migrations.</summary>
public sealed class SqlServerGatewayDb(DbContextOptions<SqlServerGatewayDb> options)
    : GatewayDb(options);
