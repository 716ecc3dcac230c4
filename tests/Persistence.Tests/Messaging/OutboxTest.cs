using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Testing.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Persistence.Tests.Messaging;

public sealed class OutboxTest
{
    private static SourcesAsked Message(string township = "a") =>
        new(township, Guid.NewGuid(), Guid.NewGuid());

    [Fact]
    public async Task CommittedMessage_ArrivesOnce_AndLeavesTheOutbox()
    {
        await using var service = await SampleService.StartAsync();
        var message = Message();

        await SendAsync(service, message);

        await Eventually.HoldsAsync(async () => (await service.NotesAsync("a")).Count > 0);
        Assert.Equal([message.Request.ToString()], await service.NotesAsync("a"));
        await Eventually.HoldsAsync(() =>
            service.InAsync("a", async db => !await db.Outbox.AnyAsync())
        );
    }

    [Fact]
    public async Task RolledBackMessage_IsNeverSent()
    {
        await using var service = await SampleService.StartAsync();

        await service.InAsync(
            "a",
            async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                db.Send(Message());
                await db.SaveChangesAsync();
                await transaction.RollbackAsync();
                return 0;
            }
        );
        var later = Message();
        await SendAsync(service, later);

        await Eventually.HoldsAsync(async () => (await service.NotesAsync("a")).Count > 0);
        Assert.Equal([later.Request.ToString()], await service.NotesAsync("a"));
    }

    [Fact]
    public async Task MessageThatArrivesTwice_TakesEffectOnce()
    {
        await using var service = await SampleService.StartAsync();
        var bus = service.Services.GetRequiredService<IBus>();
        var (message, last) = (Message(), Message());
        var id = Guid.NewGuid();

        for (var i = 0; i < 5; i++)
        {
            await bus.Publish(
                message,
                context =>
                {
                    context.MessageId = id;
                    context.Headers.Set(TownshipHeader.Name, message.Township);
                }
            );
        }

        await bus.Publish(last, context => context.Headers.Set(TownshipHeader.Name, last.Township));
        await Eventually.HoldsAsync(async () =>
            (await service.NotesAsync("a")).Contains(last.Request.ToString())
        );
        Assert.Equal(
            1,
            (await service.NotesAsync("a")).Count(note => note == message.Request.ToString())
        );
    }

    [Fact]
    public async Task MessagesSentWhileTheBrokerIsDown_ArriveWhenItIsBack()
    {
        await using var broker = await Testing.PrivateServers.RabbitMqServer.StartAsync(
            Directory.CreateTempSubdirectory("assessment-broker-").FullName
        );
        await using var service = await SampleService.StartAsync(broker.ConnectionString);
        await SendAsync(service, Message());
        await Eventually.HoldsAsync(async () => (await service.NotesAsync("a")).Count == 1);

        await broker.StopAsync();
        for (var i = 0; i < 10; i++)
        {
            await SendAsync(service, Message());
        }

        Assert.Equal(10, await service.InAsync("a", db => db.Outbox.CountAsync()));
        await broker.StartAgainAsync();

        await Eventually.HoldsAsync(async () => (await service.NotesAsync("a")).Count == 11);
    }

    [Fact]
    public async Task MessageOfAnotherTownship_CannotBeSent()
    {
        await using var service = await SampleService.StartAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            service.InAsync(
                "a",
                db =>
                {
                    db.Send(Message("b"));
                    return Task.FromResult(0);
                }
            )
        );
    }

    private static Task<int> SendAsync(SampleService service, SourcesAsked message) =>
        service.InAsync(
            "a",
            db =>
            {
                db.Send(message);
                return db.SaveChangesAsync();
            }
        );
}
