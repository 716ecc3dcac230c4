using System.Net;
using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.ServiceDefaults.SignIn;
using Assessment.Testing.Sample;
using Assessment.Testing.Servers;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using Xunit;

namespace Assessment.Persistence.Tests.Ops;

/// <summary>A message that could not be taken in is seen, stays, and takes effect once when it is sent back.</summary>
public sealed class ErrorQueueTest : IAsyncLifetime
{
    private const string Queue = "sample-note-taker";
    private const string Errors = $"{Queue}_error";
    private const string Skipped = $"{Queue}_skipped";

    private string _broker = null!;
    private SampleService _service = null!;

    public async Task InitializeAsync()
    {
        _broker = await TestServers.CreateVirtualHostAsync();
        _service = await SampleService.StartAsync(_broker);
    }

    public async Task DisposeAsync()
    {
        await _service.DisposeAsync();
        await TestServers.DeleteVirtualHostAsync(_broker);
    }

    [Fact]
    public async Task PoisonMessage_IsSeen_WithoutBeingTakenAway()
    {
        Broken(true);
        var first = await PublishAsync();
        await ErrorsAreAsync(1);
        var second = await PublishAsync();
        await ErrorsAreAsync(2);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            var look = await _service.LookAsync(Errors);
            Assert.Equal(2, (int)look["depth"]!);
            Assert.Equal(
                [first.Id, second.Id],
                look["messages"]!.AsArray().Select(message => (Guid)message!["id"]!)
            );
            await ErrorsAreAsync(2);
        }

        var one = (await _service.LookAsync(Errors, limit: 1))["messages"]!.AsArray();
        Assert.Equal(first.Id, (Guid)Assert.Single(one)!["id"]!);
    }

    [Fact]
    public async Task PoisonMessage_IsShownByItsHeaders_NotByItsBody()
    {
        Broken(true);
        var (id, message) = await PublishAsync();
        await ErrorsAreAsync(1);

        var look = await _service.LookAsync(Errors);

        var seen = look["messages"]![0]!;
        Assert.Equal(nameof(SourcesAsked), (string?)seen["contract"]);
        Assert.Equal("a", (string?)seen["township"]);
        Assert.Equal(typeof(MessageMustNameItsTownship).FullName, (string?)seen["exception"]);
        Assert.Equal("message-must-name-its-township", (string?)seen["code"]);
        Assert.Equal(
            $"{typeof(NoteTaker).FullName}.{nameof(NoteTaker.Consume)}",
            (string?)seen["method"]
        );
        Assert.InRange(
            (DateTimeOffset)seen["failedAt"]!,
            DateTimeOffset.UtcNow.AddMinutes(-1),
            DateTimeOffset.UtcNow
        );
        Assert.DoesNotContain($"{message.Request}", look.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain($"Message {id}", look.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageResentAfterTheConsumerIsMended_TakesEffectOnce()
    {
        Broken(true);
        var (_, message) = await PublishAsync();
        await ErrorsAreAsync(1);
        Assert.Empty(await _service.NotesAsync("a"));

        Broken(false);
        Assert.Equal(1, await _service.ResendAsync(Errors));
        Assert.Equal(0, await _service.ResendAsync(Errors));

        await Eventually.HoldsAsync(async () => (await _service.NotesAsync("a")).Count > 0);
        Assert.Equal([$"{message.Request}"], await _service.NotesAsync("a"));
        await ErrorsAreAsync(0);
    }

    [Fact]
    public async Task MessageThatWasResentByAProcessThatDied_AndIsResentAgain_TakesEffectOnce()
    {
        Broken(true);
        var (id, message) = await PublishAsync();
        await ErrorsAreAsync(1);

        Broken(false);
        await ResendAndDieAsync();
        await ErrorsAreAsync(1);
        Assert.Equal(1, await _service.ResendAsync(Errors));
        var (last, _) = await PublishAsync();

        await Eventually.HoldsAsync(async () => await ConsumedAsync(last));
        Assert.True(await ConsumedAsync(id));
        Assert.Equal(
            1,
            (await _service.NotesAsync("a")).Count(note => note == $"{message.Request}")
        );
        await ErrorsAreAsync(0);
    }

    [Fact]
    public async Task OnlyTheNamedMessages_AreResent_AndTheOthersStayInTheirOrder()
    {
        Broken(true);
        var published = new List<(Guid Id, SourcesAsked Message)>();
        for (var i = 0; i < 3; i++)
        {
            published.Add(await PublishAsync());
            await ErrorsAreAsync(i + 1);
        }

        Broken(false);
        Assert.Equal(1, await _service.ResendAsync(Errors, published[1].Id, Guid.NewGuid()));

        await Eventually.HoldsAsync(async () => (await _service.NotesAsync("a")).Count > 0);
        await ErrorsAreAsync(2);
        Assert.Equal([$"{published[1].Message.Request}"], await _service.NotesAsync("a"));
        Assert.Equal(
            [published[0].Id, published[2].Id],
            (await _service.LookAsync(Errors))["messages"]!
                .AsArray()
                .Select(message => (Guid)message!["id"]!)
        );
    }

    [Fact]
    public async Task MessageThatFailsAgain_IsInTheErrorQueueAgain()
    {
        Broken(true);
        var (id, _) = await PublishAsync();
        await ErrorsAreAsync(1);

        Assert.Equal(1, await _service.ResendAsync(Errors));

        await ErrorsAreAsync(1);
        var look = await _service.LookAsync(Errors);
        Assert.Equal(id, (Guid)look["messages"]![0]!["id"]!);
    }

    [Fact]
    public async Task MessageThatNobodyWants_IsSeenAsSkipped()
    {
        var bus = _service.Services.GetRequiredService<IBus>();
        var queue = await bus.GetSendEndpoint(new Uri($"exchange:{Queue}"));
        await queue.Send(new CycleClosed("a", Guid.NewGuid(), DateTimeOffset.UtcNow, "17"));

        await Eventually.HoldsAsync(async () => (int)(await QueueAsync())["skippedDepth"]! == 1);
        var look = await _service.LookAsync(Skipped);
        Assert.Equal(nameof(CycleClosed), (string?)look["messages"]![0]!["contract"]);
    }

    [Theory]
    [InlineData("other-note-taker_error")]
    [InlineData("sample-note-taker")]
    [InlineData("sample-other_error")]
    [InlineData("_error")]
    public async Task QueueThatIsNoErrorQueueOfTheService_IsNotThere(string queue)
    {
        await DeclareAsync(queue);
        using var ops = _service.As(Roles.Ops);
        var address = $"/api/sample/ops/error-queues/{queue}";

        using var look = await ops.GetAsync($"{address}/messages");
        using var resend = await ops.PostAsync($"{address}/resend", content: null);

        Assert.Equal(HttpStatusCode.NotFound, look.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, resend.StatusCode);
    }

    [Fact]
    public async Task QueueWithoutAnyFailedMessage_IsEmpty()
    {
        Assert.Equal(0, (int)(await _service.LookAsync(Errors))["depth"]!);
        Assert.Equal(0, await _service.ResendAsync(Errors));
    }

    private void Broken(bool broken) =>
        _service.Services.GetRequiredService<NoteTakerState>().Broken = broken;

    private async Task<(Guid Id, SourcesAsked Message)> PublishAsync()
    {
        var message = new SourcesAsked("a", Guid.NewGuid(), Guid.NewGuid());
        var id = Guid.CreateVersion7();
        await _service
            .Services.GetRequiredService<IBus>()
            .Publish(
                message,
                context =>
                {
                    context.MessageId = id;
                    context.Headers.Set(TownshipHeader.Name, message.Township);
                }
            );
        return (id, message);
    }

    private async Task<System.Text.Json.Nodes.JsonNode> QueueAsync() =>
        (await _service.StateAsync())["queues"]!
            .AsArray()
            .Single(queue => (string?)queue!["name"] == Queue)!;

    private Task ErrorsAreAsync(int depth) =>
        Eventually.HoldsAsync(async () => (int)(await QueueAsync())["errorDepth"]! == depth);

    private Task<bool> ConsumedAsync(Guid id) =>
        _service.InAsync("a", db => db.Inbox.AnyAsync(entry => entry.MessageId == id));

    /// <summary>The copy is in the queue, and the process ends before the original is taken away.</summary>
    private async Task ResendAndDieAsync()
    {
        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(true, true)
        );
        var original = (await channel.BasicGetAsync(Errors, autoAck: false))!;
        await channel.BasicPublishAsync(
            "",
            Queue,
            mandatory: true,
            new BasicProperties(original.BasicProperties),
            original.Body
        );
    }

    private async Task DeclareAsync(string queue)
    {
        if (queue == Queue)
        {
            return;
        }

        await using var connection = await ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
    }

    private Task<IConnection> ConnectAsync() =>
        new ConnectionFactory { Uri = new Uri(_broker) }.CreateConnectionAsync();
}
