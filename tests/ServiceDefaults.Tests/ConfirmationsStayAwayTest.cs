using Assessment.Contracts;
using Assessment.ServiceDefaults.Messaging;
using Assessment.ServiceDefaults.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Assessment.ServiceDefaults.Tests;

/// <summary>
/// A broker that takes what is published, is well, and never confirms it: what a service meets whose channel still
/// publishes to a queue's leader that is gone.
/// </summary>
public sealed class ConfirmationsStayAwayTest
{
    [Fact]
    public async Task OutboxIsEmptied_OnANewConnection_AndEachMessageTakesEffectOnce()
    {
        await using var broker = BrokerInBetween.To(await TestServers.CreateVirtualHostAsync());
        await using var service = await SampleService.StartAsync(broker.ConnectionString);
        var first = await SendAsync(service);
        await Eventually.HoldsAsync(() => OutboxIsEmptyAsync(service));

        broker.KeepConfirmationsFromThoseConnected();
        var second = await SendAsync(service);
        await Eventually.HoldsAsync(() => broker.ConfirmationsKept > 0);
        var third = await SendAsync(service);
        await Eventually.HoldsAsync(() => OutboxIsEmptyAsync(service));

        await Eventually.HoldsAsync(async () => (await service.NotesAsync("a")).Contains(third));
        Assert.Equal([first, second, third], await service.NotesAsync("a"));
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
