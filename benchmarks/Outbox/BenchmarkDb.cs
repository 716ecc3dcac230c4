using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Benchmarks.Outbox;

/// <summary>A database with nothing but what every service has.</summary>
public sealed class BenchmarkDb(DbContextOptions<BenchmarkDb> options, TownshipScope township)
    : ServiceDb(options, township)
{
    protected override void ConfigureModel(ModelBuilder model) { }
}
