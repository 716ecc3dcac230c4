using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Claims;
using Assessment.Contracts;
using Assessment.Scoring.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using MassTransit;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Scoring.Tests;

/// <summary>
/// The service as it runs, with a database and a broker of its own, and beside it the other services' end of the
/// messages. Every test works in a township of its own.
/// </summary>
public sealed class ScoringHost : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("assessment-keys-");
    private readonly ConcurrentQueue<ITownshipMessage> _received = [];
    private WebApplicationFactory<Program>? _service;
    private ServiceProvider? _gateway;
    private IBusControl? _others;

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
        Mint("warm-up", Roles.Ops, null, null);
        _others = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint(
                "others",
                endpoint =>
                {
                    endpoint.Handler<AreasChanged>(context => Receive(context.Message));
                    endpoint.Handler<CycleOpened>(context => Receive(context.Message));
                    endpoint.Handler<SourcesAsked>(context => Receive(context.Message));
                    endpoint.Handler<AssessmentFinalized>(context => Receive(context.Message));
                }
            );
        });
        await _others.StartAsync();
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("ConnectionStrings:scoring-db", database)
                .UseSetting("ConnectionStrings:messaging", broker)
                .UseSetting("DataProtection:KeyRing", _keys.FullName)
                .UseSetting("Schemes:Folder", Path.Combine(AppContext.BaseDirectory, "schemes"))
        );
        await _service
            .Services.GetRequiredService<IBusControl>()
            .WaitForHealthStatus(BusHealthStatus.Healthy, Limit);
    }

    public async Task DisposeAsync()
    {
        await _service!.DisposeAsync();
        await _others!.StopAsync();
        await _gateway!.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    public HttpClient Anonymous() => _service!.CreateClient();

    /// <summary>Somebody of the township, as the gateway would let in.</summary>
    public HttpClient As(
        string township,
        string role = Roles.TownshipAdministrator,
        string? area = null,
        string? department = null
    )
    {
        var client = _service!.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Mint(township, role, area, department)
        );
        return client;
    }

    public Task PublishAsync(ITownshipMessage message, Guid? id = null) =>
        _others!.Publish(
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

    public async Task<T> ReceiveAsync<T>(string township, Func<T, bool>? which = null)
        where T : ITownshipMessage
    {
        await UntilAsync(
            $"{typeof(T).Name} received",
            () =>
                Task.FromResult(
                    Received<T>(township).Any(message => which?.Invoke(message) ?? true)
                )
        );
        return Received<T>(township).Last(message => which?.Invoke(message) ?? true);
    }

    public async Task<T> ReadAsync<T>(string township, Func<ScoringDb, Task<T>> read)
    {
        await using var scope = In(township);
        return await read(scope.ServiceProvider.GetRequiredService<ScoringDb>());
    }

    /// <summary>The service's parts at work in the township.</summary>
    public AsyncServiceScope In(string township)
    {
        var scope = _service!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        return scope;
    }

    /// <summary>Whether some transaction of the service waits for another one's row.</summary>
    public Task<bool> SomebodyWaitsAsync(string township) =>
        ReadAsync(
            township,
            async db =>
                await db
                    .Database.SqlQuery<int>(
                        $"""
                        SELECT count(*)::int AS "Value" FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """
                    )
                    .SingleAsync() > 0
        );

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

    private string Mint(string township, string role, string? area, string? department)
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

        if (department is not null)
        {
            claims.Add(new Claim(CallerClaims.Department, department));
        }

        return _gateway!.GetRequiredService<ServiceTickets>().Mint(claims, DateTimeOffset.UtcNow);
    }

    private Task Receive(ITownshipMessage message)
    {
        _received.Enqueue(message);
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class ScoringService : ICollectionFixture<ScoringHost>
{
    public const string Name = "scoring service";
}
