using Assessment.FactSources;
using Assessment.Imports;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.HouseholdLinks;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Storage;

/// <summary>The survey's database, with the PostgreSQL migrations.</summary>
public class SurveyDb : ServiceDb
{
    public SurveyDb(DbContextOptions<SurveyDb> options, TownshipScope township)
        : base(options, township) { }

    protected SurveyDb(DbContextOptions options, TownshipScope township)
        : base(options, township) { }

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<HouseholdLink> Links => Set<HouseholdLink>();

    /// <summary>
    /// Locks the cycle until the transaction ends. Whoever writes answers, closes a campaign or reports facts locks the
    /// cycle first, so that these happen one after the other, on every replica.
    /// </summary>
    /// <returns>False when the cycle is not known here.</returns>
    public async Task<bool> LockCycleAsync(Guid cycle, CancellationToken cancellationToken) =>
        await this.LockAsync<Cycle>(row => row.Id == cycle, cancellationToken) == 1;

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(SurveyDb).Assembly);
        model.AddImports();
        model.AddFactSource();
    }
}

/// <summary>The same tables with the SQL Server migrations.</summary>
public sealed class SqlServerSurveyDb(
    DbContextOptions<SqlServerSurveyDb> options,
    TownshipScope township
) : SurveyDb(options, township);
