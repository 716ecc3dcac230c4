extern alias demo;
using Assessment.Contracts;
using Assessment.Scoring.Procedures;
using Assessment.Scoring.Storage;
using Assessment.Testing.Hosts;
using demo::Assessment.Demo;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>Scoring, together with the other services' end of the messages.</summary>
public sealed class ScoringHost() : RunningService<Program, ScoringDb>("scoring-db")
{
    public async Task<T> ReceiveAsync<T>(string township, Func<T, bool>? which = null)
        where T : ITownshipMessage
    {
        await Eventually.HoldsAsync(
            $"{typeof(T).Name} received",
            () =>
                Task.FromResult(
                    Received<T>(township).Any(message => which?.Invoke(message) ?? true)
                )
        );
        return Received<T>(township).Last(message => which?.Invoke(message) ?? true);
    }

    /// <summary>Whether some transaction of the service waits for another one's row.</summary>
    public Task<bool> SomebodyWaitsAsync(string township) =>
        ReadAsync(
            township,
            async db =>
            {
                // The service's own role does not see what others wait for.
                await db.Database.OpenConnectionAsync();
                await db.Database.ExecuteSqlAsync($"RESET ROLE");
                return await db
                        .Database.SqlQuery<int>(
                            $"""
                            SELECT count(*)::int AS "Value" FROM pg_stat_activity
                            WHERE datname = current_database() AND wait_event_type = 'Lock'
                            """
                        )
                        .SingleAsync() > 0;
            }
        );

    /// <summary>The day by which Scoring counts publicity.</summary>
    public DaysAhead Days { get; } =
        new(Path.Combine(Directory.CreateTempSubdirectory("scoring-days").FullName, "days"));

    /// <summary>On a day of a year of which the holidays came with the product.</summary>
    public override async Task InitializeAsync()
    {
        await Days.BeginAsync(new DateOnly(2024, 3, 4), CancellationToken.None);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(Days.File)!, recursive: true);
    }

    /// <summary>Goes on as a process of its own, that can be killed; again after each kill.</summary>
    public Task<ServiceProcess> GoOnAsProcessAsync() =>
        GoOnAsProcessAsync("Scoring.Service", "Assessment.Scoring", OwnSettings);

    protected override void Configure(IWebHostBuilder host)
    {
        foreach (var (key, value) in OwnSettings)
        {
            host.UseSetting(key, value);
        }
    }

    private Dictionary<string, string?> OwnSettings =>
        new()
        {
            ["Schemes:Folder"] = Path.Combine(AppContext.BaseDirectory, "schemes"),
            [ProcedureDay.Setting] = Days.File,
        };

    protected override void Listen(IReceiveEndpointConfigurator others)
    {
        Keep<AreasChanged>(others);
        Keep<CycleOpened>(others);
        Keep<CycleCancelled>(others);
        Keep<SourcesAsked>(others);
        Keep<AssessmentFinalized>(others);
        Keep<CorrectionOpened>(others);
        Keep<CycleRemoved>(others);
        Keep<CorrectionEnded>(others);
    }
}

[CollectionDefinition(Name)]
public sealed class ScoringService : ICollectionFixture<ScoringHost>
{
    public const string Name = "scoring service";
}
