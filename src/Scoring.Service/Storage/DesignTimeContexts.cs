using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Assessment.Scoring.Storage;

/// <summary>Lets <c>dotnet ef</c> write migrations without a running server.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<ScoringDb>
{
    public ScoringDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ScoringDb>().UseNpgsql().Options, new TownshipScope());
}

/// <inheritdoc cref="PostgresAtDesignTime"/>
internal sealed class SqlServerAtDesignTime : IDesignTimeDbContextFactory<SqlServerScoringDb>
{
    public SqlServerScoringDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerScoringDb>().UseSqlServer().Options,
            new TownshipScope()
        );
}
