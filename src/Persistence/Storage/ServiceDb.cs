using System.Linq.Expressions;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Messaging;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Persistence.Storage;

/// <summary>
/// A service's database. Rows of a township are seen and written only within that township's scope, those of the
/// deployment (<see cref="IDeploymentOwned"/>) are seen by all; the outbox
/// and the inbox are in the same database as the service's own tables, so that one transaction covers them all.
/// </summary>
public abstract class ServiceDb(DbContextOptions options, TownshipScope township)
    : DbContext(options)
{
    /// <summary>Name of the query filter on every township-owned entity.</summary>
    public const string TownshipFilter = "township";

    /// <summary>Total digits and decimals of stored points and rates; fits every value into .NET's decimal.</summary>
    public const int DecimalPrecision = 28;

    /// <inheritdoc cref="DecimalPrecision"/>
    public const int DecimalScale = 16;

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>The township in whose scope this context works.</summary>
    public string? Township => township.Current;

    internal bool IsCrossTownship => township.IsCrossTownship;

    internal void MustBeCrossTownship()
    {
        if (!IsCrossTownship)
        {
            throw new InvalidOperationException(
                "Rows of every township are seen only in a scope that looks across townships."
            );
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(DecimalPrecision, DecimalScale);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<OutboxMessage>(OutboxMessage.Configure);
        modelBuilder.Entity<InboxEntry>(InboxEntry.Configure);
        modelBuilder.AddAudit();
        ConfigureModel(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            if (typeof(ITownshipOwned).IsAssignableFrom(entity.ClrType))
            {
                modelBuilder
                    .Entity(entity.ClrType)
                    .HasQueryFilter(TownshipFilter, FilterFor(entity.ClrType));
                modelBuilder
                    .Entity(entity.ClrType)
                    .Property(nameof(ITownshipOwned.Township))
                    .HasMaxLength(64);
            }
        }
    }

    /// <summary>The service's own tables.</summary>
    protected abstract void ConfigureModel(ModelBuilder model);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeTracker.GuardWrittenOnce();
        GuardTownship();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        ChangeTracker.GuardWrittenOnce();
        GuardTownship();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private LambdaExpression FilterFor(Type entity)
    {
        var row = Expression.Parameter(entity, "row");
        return Expression.Lambda(
            Expression.Equal(
                Expression.Property(row, nameof(ITownshipOwned.Township)),
                Expression.Property(Expression.Constant(this, typeof(ServiceDb)), nameof(Township))
            ),
            row
        );
    }

    private void GuardTownship()
    {
        foreach (var entry in ChangeTracker.Entries<ITownshipOwned>())
        {
            if (
                entry.State
                is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)
            )
            {
                continue;
            }

            if (entry.State == EntityState.Added && string.IsNullOrEmpty(entry.Entity.Township))
            {
                entry.Entity.Township = Township ?? "";
            }

            if (
                Township is null
                || entry.Entity.Township != Township
                || (Township == TownshipScope.Deployment && entry.Entity is not AuditEntry)
            )
            {
                throw new InvalidOperationException(
                    $"A {entry.Metadata.ShortName()} of township '{entry.Entity.Township}' cannot be written in the scope of '{Township}'."
                );
            }
        }
    }
}
