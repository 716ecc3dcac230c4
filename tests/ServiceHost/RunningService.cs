using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Assessment.Contracts;
using Assessment.ServiceDefaults.Messaging;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Storage;
using Assessment.ServiceDefaults.Townships;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.ServiceHost;

/// <summary>
/// A service as it runs, with a database and a broker of its own, and beside it the other services' end of the
/// messages. Every test works in a township of its own.
/// </summary>
/// <param name="database">Name of the service's connection string.</param>
public abstract class RunningService<TProgram, TDb>(string database) : IAsyncLifetime
    where TProgram : class
    where TDb : ServiceDb
{
    private readonly GatewayTickets _gateway = new();
    private readonly ConcurrentQueue<ITownshipMessage> _received = [];
    private WebApplicationFactory<TProgram>? _service;
    private IBusControl? _others;

    /// <summary>Who signs in when a test does not say it.</summary>
    protected virtual string UsualRole => Roles.TownshipAdministrator;

    public async Task InitializeAsync()
    {
        var storage = await TestServers.CreateDatabaseAsync();
        var broker = await TestServers.CreateVirtualHostAsync();
        _others = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint("others", Listen);
        });
        await _others.StartAsync();
        _service = new WebApplicationFactory<TProgram>().WithWebHostBuilder(host =>
        {
            host.UseSetting($"ConnectionStrings:{database}", storage)
                .UseSetting("ConnectionStrings:messaging", broker)
                .UseSetting("DataProtection:KeyRing", _gateway.KeyRing);
            Configure(host);
        });
        await Part<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Eventually.Limit);
    }

    public async Task DisposeAsync()
    {
        await _service!.DisposeAsync();
        await _others!.StopAsync();
        await _gateway.DisposeAsync();
    }

    public HttpClient Anonymous() => _service!.CreateClient();

    /// <summary>Somebody of the township, as the gateway would let in.</summary>
    public HttpClient As(
        string? township,
        string? role = null,
        string? area = null,
        string? department = null,
        string? campaign = null
    )
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            _gateway.Mint(township, role ?? UsualRole, area, department, campaign)
        );
        return client;
    }

    public Task PublishAsync(ITownshipMessage message, Guid? id = null) =>
        _others!.Publish(
            (object)message,
            context =>
            {
                context.MessageId = id ?? Guid.CreateVersion7();
                context.Headers.Set(TownshipHeader.Name, message.Township);
            }
        );

    /// <summary>Publishes and waits until the service has worked through it.</summary>
    public async Task DeliverAsync(ITownshipMessage message)
    {
        var id = Guid.CreateVersion7();
        await PublishAsync(message, id);
        await Eventually.HoldsAsync(
            $"{message.GetType().Name} consumed",
            () =>
                ReadAsync(message.Township, db => db.Inbox.AnyAsync(entry => entry.MessageId == id))
        );
    }

    public IReadOnlyList<T> Received<T>(string township)
        where T : ITownshipMessage =>
        [.. _received.OfType<T>().Where(message => message.Township == township)];

    public async Task<T> ReadAsync<T>(string township, Func<TDb, Task<T>> read)
    {
        await using var scope = In(township);
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>The service's parts at work in the township.</summary>
    public AsyncServiceScope In(string township)
    {
        var scope = _service!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        return scope;
    }

    /// <summary>A singleton of the running service.</summary>
    public T Part<T>()
        where T : notnull => _service!.Services.GetRequiredService<T>();

    /// <summary>The service's own settings.</summary>
    protected virtual void Configure(IWebHostBuilder host) { }

    /// <summary>Which of the service's messages the others keep: <see cref="Keep{T}"/>.</summary>
    protected virtual void Listen(IReceiveEndpointConfigurator others) { }

    protected void Keep<T>(IReceiveEndpointConfigurator others)
        where T : class, ITownshipMessage =>
        others.Handler<T>(context =>
        {
            _received.Enqueue(context.Message);
            return Task.CompletedTask;
        });
}
