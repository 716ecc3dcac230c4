using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Persistence.Tests.Storage;

/// <summary>What somebody forgot to declare stops the process at its start, and with it every test of it.</summary>
public sealed class UndeclaredTest
{
    [Fact]
    public async Task EndpointWithoutAPermission_StopsTheStart()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SampleService.StartAsync(map: app => app.MapGet("/forgotten", () => "all"))
        );

        Assert.Contains("/forgotten", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndpointThatChangesAndDoesNotSayWhatItRecords_StopsTheStart()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SampleService.StartAsync(map: app =>
                app.MapPost("/forgotten", () => "done").OpenToEveryone()
            )
        );

        Assert.Contains("/forgotten", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EntityWithoutATownship_StopsTheStart()
    {
        using var db = new ForgetfulDb(
            new DbContextOptionsBuilder<ForgetfulDb>().UseNpgsql().Options,
            new TownshipScope()
        );

        var failure = Assert.Throws<InvalidOperationException>(() =>
            RowLevelSecurity.TownshipTables(db.Model)
        );

        Assert.Contains(nameof(Forgotten), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(Note), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(Everybodys), failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A row of nobody's.</summary>
    private sealed class Forgotten
    {
        public int Id { get; init; }
    }

    /// <summary>A row of the deployment's, which says so.</summary>
    private sealed class Everybodys : IDeploymentOwned
    {
        public int Id { get; init; }
    }

    private sealed class ForgetfulDb(DbContextOptions options, TownshipScope township)
        : ServiceDb(options, township)
    {
        protected override void ConfigureModel(ModelBuilder model)
        {
            model.Entity<Note>();
            model.Entity<Forgotten>();
            model.Entity<Everybodys>();
        }
    }
}
