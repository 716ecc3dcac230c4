using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Testing.PrivateServers;
using Assessment.Testing.Sample;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Faults.Tests;

/// <summary>A cluster of three brokers loses the node that all depends on, while messages flow.</summary>
public sealed class BrokerNodeGoneTest : IAsyncLifetime
{
    private const string Township = "a";
    private const string Queue = "sample-note-taker";

    /// <summary>From the node's death until its last message has taken effect.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(
        "assessment-cluster-"
    );
    private RabbitMqCluster _cluster = null!;

    public async Task InitializeAsync() =>
        _cluster = await RabbitMqCluster.StartAsync(_folder.FullName);

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task NodeOfConnectionAndQueueKilled_EveryMessageTakesEffectOnce()
    {
        await using var service = await SampleService.StartAsync(_cluster.ConnectionString);
        using var enough = new CancellationTokenSource();
        var sending = SendUntilAsync(service, enough.Token);
        await Eventually.HoldsAsync(
            "Messages flow",
            async () => (await service.NotesAsync(Township)).Count > 100
        );
        await Eventually.HoldsAsync(
            "The queue is led by node 1 and has three members",
            async () =>
                await QueueAsync(_cluster.Nodes[0]) is { } queue
                && queue.TryGetProperty("leader", out var leader)
                && leader.GetString() == "node1@localhost"
                && Names(queue, "online").Length == 3
        );

        await _cluster.Nodes[0].KillAsync();
        var sinceDeath = Stopwatch.StartNew();
        var before = (await service.NotesAsync(Township)).Count;
        await Eventually.HoldsAsync(
            "Messages flow again",
            async () => (await service.NotesAsync(Township)).Count > before + 100
        );
        await enough.CancelAsync();
        var sent = await sending;
        await Eventually.HoldsAsync(
            "All have taken effect",
            async () => (await service.NotesAsync(Township)).Count >= sent.Count
        );

        Assert.InRange(sinceDeath.Elapsed, TimeSpan.Zero, Recovery);
        Assert.Equal(sent.Order(), (await service.NotesAsync(Township)).Order());
        Assert.Equal(0, await service.InAsync(Township, db => db.Outbox.CountAsync()));
        Assert.Equal(
            "node1@localhost",
            Assert.Single(await MembersThatAreMissingAsync(_cluster.Nodes[1]))
        );

        await _cluster.Nodes[0].StartAgainAsync();
        await Eventually.HoldsAsync(
            "The node is a member again",
            async () => (await MembersThatAreMissingAsync(_cluster.Nodes[1])).Length == 0
        );
    }

    /// <returns>What was committed, which is what must take effect.</returns>
    private static async Task<List<string>> SendUntilAsync(
        SampleService service,
        CancellationToken enough
    )
    {
        var sent = new List<string>();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!enough.IsCancellationRequested)
        {
            var message = new SourcesAsked(Township, Guid.NewGuid(), Guid.NewGuid());
            await service.InAsync(
                Township,
                db =>
                {
                    db.Send(message);
                    return db.SaveChangesAsync(CancellationToken.None);
                }
            );
            sent.Add(message.Request.ToString());
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        return sent;
    }

    private static async Task<string[]> MembersThatAreMissingAsync(RabbitMqServer asked)
    {
        var queue = await QueueAsync(asked);
        return [.. Names(queue, "members").Except(Names(queue, "online"), StringComparer.Ordinal)];
    }

    private static string[] Names(JsonElement queue, string property) =>
        queue.TryGetProperty(property, out var names)
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [];

    /// <summary>Not as a JsonNode: the broker gives some properties twice.</summary>
    private static async Task<JsonElement> QueueAsync(RabbitMqServer asked)
    {
        using var http = asked.ManagementClient();
        return await http.GetFromJsonAsync<JsonElement>($"api/queues/%2F/{Queue}");
    }
}
