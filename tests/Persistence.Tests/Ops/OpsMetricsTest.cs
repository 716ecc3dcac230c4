using System.Text;
using Assessment.Contracts;
using Assessment.Imports;
using Assessment.Persistence.Messaging;
using Assessment.Testing.Sample;
using Assessment.Testing.Telemetry;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Ops;

/// <summary>The metrics move with what happens, and name no township.</summary>
public sealed class OpsMetricsTest
{
    private static readonly Dictionary<string, string?> EverySecond = new()
    {
        ["Ops:Every"] = "00:00:01",
    };

    [Fact]
    public async Task OutboxAndHealth_MoveWithTheBroker()
    {
        await using var broker = await Testing.PrivateServers.RabbitMqServer.StartAsync(
            Directory.CreateTempSubdirectory("assessment-broker-").FullName
        );
        await using var service = await SampleService.StartAsync(
            broker.ConnectionString,
            settings: EverySecond
        );
        using var seen = new SeenMetrics(service.Services);
        await SaysAsync(seen, "assessment.outbox.waiting", waiting => waiting == 0);
        await SaysAsync(seen, "assessment.health.state", state => state == 0, "masstransit-bus");

        await broker.StopAsync();
        await service.InAsync(
            "a",
            db =>
            {
                db.Send(new SourcesAsked("a", Guid.NewGuid(), Guid.NewGuid()));
                return db.SaveChangesAsync();
            }
        );

        await SaysAsync(seen, "assessment.outbox.waiting", waiting => waiting == 1);
        await SaysAsync(seen, "assessment.outbox.oldest_age", age => age > 1);
        await SaysAsync(seen, "assessment.health.state", state => state > 0, "masstransit-bus");
        await SaysAsync(seen, "assessment.health.state", state => state == 0, "database");

        await broker.StartAgainAsync();
        await SaysAsync(seen, "assessment.outbox.waiting", waiting => waiting == 0);
    }

    [Fact]
    public async Task ErrorQueue_MovesWithAPoisonMessage_WithoutTheTownship()
    {
        await using var service = await SampleService.StartAsync(settings: EverySecond);
        using var seen = new SeenMetrics(service.Services);
        await SaysAsync(
            seen,
            "assessment.queue.errors",
            errors => errors == 0,
            "sample-note-taker"
        );
        await SaysAsync(seen, "assessment.queue.consumers", consumers => consumers == 1);

        service.Services.GetRequiredService<NoteTakerState>().Broken = true;
        await service
            .Services.GetRequiredService<IBus>()
            .Publish(
                new SourcesAsked("secret-township", Guid.NewGuid(), Guid.NewGuid()),
                context => context.Headers.Set(TownshipHeader.Name, "secret-township")
            );

        await SaysAsync(
            seen,
            "assessment.queue.errors",
            errors => errors == 1,
            "sample-note-taker"
        );
        await SaysAsync(seen, "assessment.queue.depth", depth => depth == 0, "sample-note-taker");
        Assert.DoesNotContain(seen.Tags, tag => tag.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text\n一\n", "completed")]
    [InlineData("other\n一\n", "refused")]
    public async Task EndedImport_IsCounted(string content, string outcome)
    {
        await using var service = await SampleService.StartAsync();
        using var seen = new SeenMetrics(service.Services);
        await service.InAsync(
            "secret-township",
            db =>
            {
                db.Imports.Add(
                    new ImportJob
                    {
                        Id = Guid.NewGuid(),
                        Kind = "notes",
                        FileName = "secret.csv",
                        Content = Encoding.UTF8.GetBytes(content),
                    }
                );
                return db.SaveChangesAsync();
            }
        );

        await SaysAsync(seen, "assessment.imports.ended", ended => ended == 1, outcome);
        Assert.DoesNotContain(seen.Tags, tag => tag.Contains("secret", StringComparison.Ordinal));
    }

    /// <param name="tag">The value of one of its tags, where there is more than one measurement.</param>
    private static Task SaysAsync(
        SeenMetrics seen,
        string metric,
        Func<double, bool> holds,
        string tag = "sample"
    ) =>
        Eventually.HoldsAsync(() =>
            Task.FromResult(seen.Now(metric, tag) is { } value && holds(value))
        );
}
