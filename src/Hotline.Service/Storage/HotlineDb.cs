using Assessment.FactSources;
using Assessment.Hotline.Attribution;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.ExclusionReview;
using Assessment.Hotline.Tickets;
using Assessment.Imports;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Storage;

/// <summary>The hotline's database.</summary>
public class HotlineDb : ServiceDb
{
    public HotlineDb(DbContextOptions<HotlineDb> options, TownshipScope township)
        : base(options, township) { }

    protected HotlineDb(DbContextOptions options, TownshipScope township)
        : base(options, township) { }

    public DbSet<HotlineCycle> Cycles => Set<HotlineCycle>();

    public DbSet<Ticket> Tickets => Set<Ticket>();

    public DbSet<AttributionStep> AttributionSteps => Set<AttributionStep>();

    public DbSet<ExclusionStep> ExclusionSteps => Set<ExclusionStep>();

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(HotlineDb).Assembly);
        model.AddImports();
        model.AddFactSource();
    }
}

/// <summary>The same model with the migrations for SQL Server.</summary>
public sealed class SqlServerHotlineDb(
    DbContextOptions<SqlServerHotlineDb> options,
    TownshipScope township
) : HotlineDb(options, township);
