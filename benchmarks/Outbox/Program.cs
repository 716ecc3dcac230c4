using System.Diagnostics;
using Assessment.Benchmarks.Outbox;
using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.PrivateServers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

// How many messages a second go through the outbox, next to bare MassTransit on the same broker and queue.
// Both sides are measured in turn, Rounds times, and the ratio is taken within each round.
const int Messages = 10_000;
const int InFlight = 500;
const int PerTransaction = 100;
const int Rounds = 5;
const string Township = "benchmark";

var folder = Directory.CreateTempSubdirectory("assessment-benchmark-");
await using var broker = await RabbitMqServer.StartAsync(Path.Combine(folder.FullName, "broker"));
await using var postgres = await PostgresServer.StartAsync(
    Path.Combine(folder.FullName, "postgres")
);
var builder = WebApplication.CreateBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Configuration.AddInMemoryCollection(
    new Dictionary<string, string?>
    {
        ["urls"] = "http://127.0.0.1:0",
        ["ConnectionStrings:messaging"] = broker.ConnectionString,
        ["ConnectionStrings:benchmark-db"] = await postgres.CreateDatabaseAsync("benchmark"),
    }
);

// Without the sign-in: nobody asks here, and a key ring that is not there would be complained of between the figures.
builder.AddSharedDefaults("benchmark");
builder.AddStorage<BenchmarkDb, BenchmarkDb>("benchmark-db");
builder.Services.ConfigureDbContext<BenchmarkDb>(options =>
    options.ConfigureWarnings(warnings =>
        warnings.Ignore(RelationalEventId.PendingModelChangesWarning)
    )
);
builder.AddMessaging("benchmark", _ => { });
await using var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    await scope.ServiceProvider.GetRequiredService<BenchmarkDb>().Database.EnsureCreatedAsync();
}

await app.StartAsync();
var bus = app.Services.GetRequiredService<IBusControl>();
await bus.WaitForHealthStatus(BusHealthStatus.Healthy, CancellationToken.None);

// A quorum queue with nobody behind it: both sides pay for real storage, neither for a consumer.
var handle = bus.ConnectReceiveEndpoint(
    "benchmark-sink",
    endpoint =>
    {
        ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue();
        endpoint.Handler<SourcesAsked>(_ => Task.CompletedTask);
    }
);
await handle.Ready;

await MeasureBareAsync();
await MeasureOutboxAsync();
var ratios = new List<double>();
for (var round = 1; round <= Rounds; round++)
{
    var bare = await MeasureBareAsync();
    var outbox = await MeasureOutboxAsync();
    ratios.Add(outbox / bare);
    Console.WriteLine(
        $"round {round}: bare {bare:0} messages/s, outbox {outbox:0} messages/s, ratio {outbox / bare:0.00}"
    );
}

ratios.Sort();
Console.WriteLine($"median ratio {ratios[Rounds / 2]:0.00} (outbox / bare)");
await app.StopAsync();
folder.Delete(recursive: true);

async Task<double> MeasureBareAsync()
{
    var clock = Stopwatch.StartNew();
    for (var sent = 0; sent < Messages; sent += InFlight)
    {
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => bus.Publish(Message())));
    }

    return Messages / clock.Elapsed.TotalSeconds;
}

// From the first write to the empty outbox: the transactions that write the messages are part of the time.
async Task<double> MeasureOutboxAsync()
{
    var clock = Stopwatch.StartNew();
    for (var written = 0; written < Messages; written += PerTransaction)
    {
        await InScopeAsync(async db =>
        {
            for (var i = 0; i < PerTransaction; i++)
            {
                db.Send(Message());
            }

            return await db.SaveChangesAsync();
        });
    }

    while (await InScopeAsync(db => db.Outbox.AnyAsync()))
    {
        await Task.Delay(5);
    }

    return Messages / clock.Elapsed.TotalSeconds;
}

async Task<T> InScopeAsync<T>(Func<BenchmarkDb, Task<T>> work)
{
    await using var scope = app.Services.CreateAsyncScope();
    scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(Township);
    return await work(scope.ServiceProvider.GetRequiredService<BenchmarkDb>());
}

static SourcesAsked Message() => new(Township, Guid.NewGuid(), Guid.NewGuid());
