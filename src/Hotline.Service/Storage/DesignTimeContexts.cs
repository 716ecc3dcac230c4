using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Assessment.Hotline.Storage;

/// <summary>Lets <c>dotnet ef</c> write migrations without a running server.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<HotlineDb>
{
    public HotlineDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<HotlineDb>().UseNpgsql().Options, new TownshipScope());
}

/// <inheritdoc cref="PostgresAtDesignTime"/>
internal sealed class SqlServerAtDesignTime : IDesignTimeDbContextFactory<SqlServerHotlineDb>
{
    public SqlServerHotlineDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerHotlineDb>().UseSqlServer().Options,
            new TownshipScope()
        );
}
