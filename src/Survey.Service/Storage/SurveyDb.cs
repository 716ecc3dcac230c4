using Assessment.ServiceDefaults.Storage;
using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Anonymity;
using Assessment.Survey.Campaigns;
using Assessment.Survey.HouseholdLinks;
using Assessment.Survey.Messaging;
using Assessment.Survey.ReportFacts;
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

    public DbSet<AreaList> AreaLists => Set<AreaList>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<HouseholdLink> Links => Set<HouseholdLink>();

    public DbSet<AreaReport> AreaReports => Set<AreaReport>();

    public DbSet<SourceRequest> SourceRequests => Set<SourceRequest>();

    /// <summary>
    /// Holds the cycle's row until the transaction ends. Whoever writes answers, closes a campaign or reports facts
    /// holds the cycle first, so that these happen one after the other, on every replica.
    /// </summary>
    /// <returns>False when the cycle is not known here.</returns>
    public async Task<bool> HoldCycleAsync(Guid cycle, CancellationToken cancellationToken) =>
        await Cycles
            .Where(row => row.Id == cycle)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Held, row => row.Held + 1),
                cancellationToken
            ) == 1;

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.Entity<Cycle>(Cycle.Configure);
        model.Entity<Campaign>(Campaign.Configure);
        model.Entity<AreaList>(AreaList.Configure);
        model.Entity<Participation>(Participation.Configure);
        model.Entity<Answer>(Answer.Configure);
        model.Entity<HouseholdLink>(HouseholdLink.Configure);
        model.Entity<AreaReport>(AreaReport.Configure);
        model.Entity<SourceRequest>(SourceRequest.Configure);
    }
}

/// <summary>The same tables with the SQL Server migrations.</summary>
public sealed class SqlServerSurveyDb(
    DbContextOptions<SqlServerSurveyDb> options,
    TownshipScope township
) : SurveyDb(options, township);
