using System.Net.Http.Headers;
using System.Security.Claims;
using Assessment.Contracts;
using Assessment.Payout.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Assessment.Payout.Tests;

/// <summary>
/// The service as it runs, with a database and a broker of its own, and beside it Scoring, which publishes.
/// Every test works in a township of its own.
/// </summary>
public sealed class PayoutHost : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("assessment-keys-");
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
        Mint("warm-up", Roles.Ops);
        _scoring = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(new Uri(broker)));
        await _scoring.StartAsync();
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("ConnectionStrings:payout-db", database)
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
    public HttpClient As(string township, string role = Roles.Finance)
    {
        var client = _service!.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            Mint(township, role)
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

    public async Task<T> ReadAsync<T>(string township, Func<PayoutDb, Task<T>> read)
    {
        await using var scope = _service!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        return await read(scope.ServiceProvider.GetRequiredService<PayoutDb>());
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

    private string Mint(string township, string role)
    {
        Claim[] claims =
        [
            new(CallerClaims.Subject, "1"),
            new(CallerClaims.Name, $"{role}@{township}"),
            new(CallerClaims.Role, role),
            new(CallerClaims.Township, township),
        ];
        return _gateway!.GetRequiredService<ServiceTickets>().Mint(claims, DateTimeOffset.UtcNow);
    }
}

[CollectionDefinition(Name)]
public sealed class PayoutService : ICollectionFixture<PayoutHost>
{
    public const string Name = "payout service";
}
