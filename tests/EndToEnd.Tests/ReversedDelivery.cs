using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Assessment.Contracts;
using Assessment.Testing.PrivateServers;
using RabbitMQ.Client;

namespace Assessment.EndToEnd.Tests;

/// <summary>
/// Sits between senders and receivers on the broker: holds each message of a contract back and, on request, delivers
/// what it holds in reverse order and each message twice.
/// </summary>
internal sealed class ReversedDelivery : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly List<Route> _routes;
    private readonly SemaphoreSlim _turn = new(1, 1);

    private ReversedDelivery(IConnection connection, IChannel channel, List<Route> routes)
    {
        _connection = connection;
        _channel = channel;
        _routes = routes;
    }

    public static async Task<ReversedDelivery> BetweenAsync(RabbitMqServer broker)
    {
        var connection = await new ConnectionFactory
        {
            Uri = new Uri(broker.ConnectionString),
        }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var routes = new List<Route>();
        using var management = broker.ManagementClient();
        foreach (var contract in Contracts)
        {
            var exchange = $"{contract.Namespace}:{contract.Name}";
            var path = $"api/exchanges/%2F/{Uri.EscapeDataString(exchange)}/bindings/source";
            var bindings = await management.GetFromJsonAsync<JsonArray>(path);
            foreach (
                var receiver in bindings!.Select(binding =>
                    binding!["destination"]!.GetValue<string>()
                )
            )
            {
                var held = await channel.QueueDeclareAsync(exclusive: true);
                await channel.QueueBindAsync(held.QueueName, exchange, routingKey: "");
                await channel.ExchangeUnbindAsync(receiver, exchange, routingKey: "");
                routes.Add(new Route(contract, exchange, receiver, held.QueueName));
            }
        }

        return new ReversedDelivery(connection, channel, routes);
    }

    /// <summary>Delivers what is held of the contracts; gives how many different messages that were.</summary>
    public async Task<int> DeliverAsync(Func<Type, bool> contracts)
    {
        // A channel serves one caller at a time.
        await _turn.WaitAsync();
        try
        {
            return await DeliverHeldAsync(contracts);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<int> DeliverHeldAsync(Func<Type, bool> contracts)
    {
        var held = new List<(Route Route, BasicGetResult Message)>();
        foreach (var route in _routes.Where(route => contracts(route.Contract)))
        {
            while (await _channel.BasicGetAsync(route.Queue, autoAck: true) is { } message)
            {
                held.Add((route, message));
            }
        }

        held.Reverse();
        foreach (var (route, message) in held.Concat(held))
        {
            await _channel.BasicPublishAsync(
                route.Receiver,
                routingKey: "",
                mandatory: false,
                new BasicProperties(message.BasicProperties),
                message.Body
            );
        }

        return held.Count;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var route in _routes)
        {
            await _channel.ExchangeBindAsync(route.Receiver, route.Exchange, routingKey: "");
        }

        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
        _turn.Dispose();
    }

    private static IEnumerable<Type> Contracts =>
        typeof(ITownshipMessage)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(ITownshipMessage).IsAssignableFrom(type));

    private sealed record Route(Type Contract, string Exchange, string Receiver, string Queue);
}
