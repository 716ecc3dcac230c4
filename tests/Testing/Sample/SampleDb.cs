using Assessment.Imports;
using Assessment.Persistence.Files;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Testing.Sample;

/// <summary>One row of the sample service, written by a request or a consumer.</summary>
public sealed class Note : ITownshipOwned
{
    public int Id { get; init; }

    public string Township { get; set; } = "";

    public string Text { get; set; } = "";
}

public class SampleDb(DbContextOptions<SampleDb> options, TownshipScope township)
    : ServiceDb(options, township)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void ConfigureModel(ModelBuilder model)
    {
        model.Entity<Note>();
        model.AddImports();
        model.AddFiles();
    }
}
