using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Claims;
using Assessment.Contracts;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Townships;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Hotline.Tests;

/// <summary>
/// The service as it runs, with a database and a broker of its own, and beside it Scoring's end of the messages.
/// Every test works in a township of its own.
/// </summary>
public sealed class HotlineHost : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("assessment-keys-");
    private readonly ConcurrentQueue<ITownshipMessage> _received = [];
    private WebApplicationFactory<Program>? _service;
    private ServiceProvider? _gateway;
    private IBusControl? _scoring;

    public async Task InitializeAsync()
    {
        var database = await TestServers.CreateDatabaseAsync();
        var broker = await TestServers.CreateVirtualHostAsync();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("DataProtection:KeyRing", _keys.FullName)])
            .Build();
        var gateway = new ServiceCollection();
        gateway.AddLogging();
        gateway.AddKeyRing(configuration, makesKeys: true);
        _gateway = gateway.BuildServiceProvider();
        Mint("warm-up", Roles.Ops, null);
        _scoring = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint(
                "scoring",
                endpoint =>
                {
                    endpoint.Handler<FactsReported>(context => Receive(context.Message));
                    endpoint.Handler<SourceAnswered>(context => Receive(context.Message));
                }
            );
        });
        await _scoring.StartAsync();
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("ConnectionStrings:hotline-db", database)
                .UseSetting("ConnectionStrings:messaging", broker)
                .UseSetting("DataProtection:KeyRing", _keys.FullName)
        );
        await _service
            .Services.GetRequiredService<IBusControl>()
            .WaitForHealthStatus(BusHealthStatus.Healthy, Limit);
    }

    public async Task DisposeAsync()
    {
        await _service!.DisposeAsync();
        await _scoring!.StopAsync();
        await _gateway!.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    public HttpClient Anonymous() => _service!.CreateClient();

    /// <summary>Somebody of the township, as the gateway would let in.</summary>
    public HttpClient As(
        string township,
        string role = Roles.TownshipAdministrator,
        string? area = null
    )
    {
        var client = _service!.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Mint(township, role, area)
        );
        return client;
    }

    public Task PublishAsync(ITownshipMessage message, Guid? id = null) =>
        _scoring!.Publish(
            (object)message,
            context => context.MessageId = id ?? Guid.CreateVersion7()
        );

    /// <summary>Publishes and waits until the service has worked through it.</summary>
    public async Task DeliverAsync(ITownshipMessage message)
    {
        var id = Guid.CreateVersion7();
        await PublishAsync(message, id);
        await UntilAsync(
            $"{message.GetType().Name} consumed",
            () =>
                ReadAsync(message.Township, db => db.Inbox.AnyAsync(entry => entry.MessageId == id))
        );
    }

    public IReadOnlyList<T> Received<T>(string township)
        where T : ITownshipMessage =>
        [.. _received.OfType<T>().Where(message => message.Township == township)];

    public async Task<T> ReadAsync<T>(string township, Func<HotlineDb, Task<T>> read)
    {
        await using var scope = _service!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        return await read(scope.ServiceProvider.GetRequiredService<HotlineDb>());
    }

    /// <summary>Holds the township's turn, so that its imports wait until it is released.</summary>
    public async Task<HeldTurn> HoldImportsAsync(string township)
    {
        var scope = _service!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        await scope
            .ServiceProvider.GetRequiredService<HotlineDb>()
            .Database.BeginTransactionAsync();
        await scope
            .ServiceProvider.GetRequiredService<TownshipTurn>()
            .TakeAsync(CancellationToken.None);
        return new HeldTurn(scope);
    }

    public static async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"{what}: not within {Limit}.");
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private string Mint(string township, string role, string? area)
    {
        var claims = new List<Claim>
        {
            new(CallerClaims.Subject, "1"),
            new(CallerClaims.Name, $"{role}@{township}"),
            new(CallerClaims.Role, role),
            new(CallerClaims.Township, township),
        };
        if (area is not null)
        {
            claims.Add(new Claim(CallerClaims.Area, area));
        }

        return _gateway!.GetRequiredService<ServiceTickets>().Mint(claims, DateTimeOffset.UtcNow);
    }

    private Task Receive(ITownshipMessage message)
    {
        _received.Enqueue(message);
        return Task.CompletedTask;
    }
}

public sealed class HeldTurn(AsyncServiceScope scope) : IAsyncDisposable
{
    public Task ReleaseAsync() =>
        scope.ServiceProvider.GetRequiredService<HotlineDb>().Database.CommitTransactionAsync();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class HotlineService : ICollectionFixture<HotlineHost>
{
    public const string Name = "hotline service";
}
