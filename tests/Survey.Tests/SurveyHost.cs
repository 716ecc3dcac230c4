using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Claims;
using Assessment.Contracts;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Storage;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Survey.Tests;

/// <summary>
/// The service as it runs, with a database and a broker of its own, and beside it Scoring's end of the messages.
/// Every test works in a township of its own.
/// </summary>
public sealed class SurveyHost : IAsyncLifetime
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
        // The first ticket makes the first key; the service itself makes none.
        Mint(Roles.Ops, township: null, area: null);
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
            host.UseSetting("ConnectionStrings:survey-db", database)
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

    /// <summary>Somebody of the township, as the gateway would let in.</summary>
    public HttpClient As(
        string? township,
        string role = Roles.TownshipAdministrator,
        string? area = null
    )
    {
        var client = _service!.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Mint(role, township, area)
        );
        return client;
    }

    /// <summary>Somebody with a link, who has no account and so no township.</summary>
    public HttpClient Resident() => As(township: null, Roles.Resident);

    /// <summary>A singleton of the running service.</summary>
    public T Part<T>()
        where T : notnull => _service!.Services.GetRequiredService<T>();

    public Task PublishAsync(ITownshipMessage message, Guid id) =>
        _scoring!.Publish((object)message, context => context.MessageId = id);

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

    public async Task<T> ReadAsync<T>(string township, Func<SurveyDb, Task<T>> read)
    {
        await using var scope = _service!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        return await read(scope.ServiceProvider.GetRequiredService<SurveyDb>());
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

    private string Mint(string role, string? township, string? area)
    {
        var claims = new List<Claim>
        {
            new(CallerClaims.Subject, "1"),
            new(CallerClaims.Name, role),
            new(CallerClaims.Role, role),
        };
        if (township is not null)
        {
            claims.Add(new Claim(CallerClaims.Township, township));
        }

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

[CollectionDefinition(Name)]
public sealed class SurveyService : ICollectionFixture<SurveyHost>
{
    public const string Name = "survey service";
}
