using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Assessment.Payout.Storage;

/// <summary>Lets <c>dotnet ef</c> write migrations without a running server.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<PayoutDb>
{
    public PayoutDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PayoutDb>().UseNpgsql().Options, new TownshipScope());
}

/// <inheritdoc cref="PostgresAtDesignTime"/>
internal sealed class SqlServerAtDesignTime : IDesignTimeDbContextFactory<SqlServerPayoutDb>
{
    public SqlServerPayoutDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerPayoutDb>().UseSqlServer().Options,
            new TownshipScope()
        );
}
