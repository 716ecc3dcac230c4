using Assessment.Contracts;
using MassTransit;

namespace Assessment.Testing.Hosts;

/// <summary>Plays a service that reports to the others over the broker.</summary>
public sealed class PlayedSource : IAsyncDisposable
{
    private readonly IBusControl _bus;

    private PlayedSource(IBusControl bus) => _bus = bus;

    public static async Task<PlayedSource> StartAsync(string broker)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(broker)));
        await bus.StartAsync();
        return new PlayedSource(bus);
    }

    public Task PublishAsync(ITownshipMessage message) => _bus.PublishOfTownshipAsync(message);

    public async ValueTask DisposeAsync() => await _bus.StopAsync();
}
