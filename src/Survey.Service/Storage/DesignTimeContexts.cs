using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Assessment.Survey.Storage;

/// <summary>Lets <c>dotnet ef</c> write migrations without a running server.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<SurveyDb>
{
    public SurveyDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SurveyDb>().UseNpgsql().Options, new TownshipScope());
}

/// <inheritdoc cref="PostgresAtDesignTime"/>
internal sealed class SqlServerAtDesignTime : IDesignTimeDbContextFactory<SqlServerSurveyDb>
{
    public SqlServerSurveyDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqlServerSurveyDb>().UseSqlServer().Options,
            new TownshipScope()
        );
}
