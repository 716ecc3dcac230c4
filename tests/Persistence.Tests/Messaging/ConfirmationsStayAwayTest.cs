using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Testing.Sample;
using Assessment.Testing.Servers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.Persistence.Tests.Messaging;

/// <summary>
/// A broker that takes what is published, is well, and never confirms it: what a service meets whose channel still
/// publishes to a queue's leader that is gone.
/// </summary>
public sealed class ConfirmationsStayAwayTest : IAsyncLifetime
{
    private string _virtualHost = null!;

    public async Task InitializeAsync() =>
        _virtualHost = await TestServers.CreateVirtualHostAsync();

    public Task DisposeAsync() => TestServers.DeleteVirtualHostAsync(_virtualHost);

    [Fact]
    public async Task OutboxIsEmptied_OnANewConnection_AndEachMessageTakesEffectOnce()
    {
        await using var broker = BrokerInBetween.To(_virtualHost);
        await using var service = await SampleService.StartAsync(broker.ConnectionString);
        var first = await SendAsync(service);
        await Eventually.HoldsAsync(() => OutboxIsEmptyAsync(service));

        broker.KeepConfirmationsFromThoseConnected();
        var second = await SendAsync(service);
        await Eventually.HoldsAsync(() => broker.ConfirmationsKept > 0);
        var third = await SendAsync(service);
        await Eventually.HoldsAsync(() => OutboxIsEmptyAsync(service));

        // They are consumed side by side, in any order.
        string[] sent = [first, second, third];
        await Eventually.HoldsAsync(async () => !sent.Except(await service.NotesAsync("a")).Any());
        Assert.Equal(sent.Order(), (await service.NotesAsync("a")).Order());
    }

    private static Task<bool> OutboxIsEmptyAsync(SampleService service) =>
        service.InAsync("a", async db => !await db.Outbox.AnyAsync());

    /// <returns>What the service notes when the message takes effect.</returns>
    private static async Task<string> SendAsync(SampleService service)
    {
        var message = new SourcesAsked("a", Guid.NewGuid(), Guid.NewGuid());
        await service.InAsync(
            "a",
            db =>
            {
                db.Send(message);
                return db.SaveChangesAsync();
            }
        );
        return message.Request.ToString();
    }
}
