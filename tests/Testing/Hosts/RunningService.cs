using System.Collections.Concurrent;
using Assessment.Contracts;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.PrivateServers;
using Assessment.Testing.Servers;
using Assessment.Testing.Telemetry;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Assessment.Testing.Hosts;

/// <summary>
/// A service as it runs, with a database and a broker of its own, together with the other services' end of the
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
    private string? _storage;
    private string? _broker;

    /// <summary>Where the service exports its telemetry, with everything that its logs can tell; null for nowhere.</summary>
    public TelemetrySink? Telemetry { get; init; }

    /// <summary>A broker that the test may take away; null for a place in that of all tests.</summary>
    public RabbitMqServer? OwnBroker { get; init; }

    /// <summary>The connection string of the service's database.</summary>
    public string Storage => _storage!;

    /// <summary>Who signs in when a test does not say it.</summary>
    protected virtual string UsualRole => Roles.TownshipAdministrator;

    public virtual async Task InitializeAsync()
    {
        _storage = await TestServers.CreateDatabaseAsync(MigratedDatabase.Of<TDb>());
        _broker = OwnBroker?.ConnectionString ?? await TestServers.CreateVirtualHostAsync();
        _others = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(_broker));
            rabbit.ReceiveEndpoint("others", Listen);
        });
        await _others.StartAsync();
        _service = new WebApplicationFactory<TProgram>().WithWebHostBuilder(host =>
        {
            host.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            foreach (var (key, value) in Places)
            {
                host.UseSetting(key, value);
            }

            if (Telemetry is not null)
            {
                foreach (var (key, value) in Telemetry.SettingsAtEveryLogLevel)
                {
                    host.UseSetting(key, value);
                }
            }

            Configure(host);
        });
        _service.UseKestrel();
        _service.StartServer();
        await Part<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Eventually.Limit);
    }

    /// <summary>Whatever there is of it: why it did not start must not be hidden.</summary>
    public virtual async Task DisposeAsync()
    {
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }

        if (_others is not null)
        {
            await _others.StopAsync();
        }

        await _gateway.DisposeAsync();
        if (OwnBroker is null && _broker is not null)
        {
            await TestServers.DeleteVirtualHostAsync(_broker);
        }

        if (_storage is not null)
        {
            await TestServers.DropDatabaseAsync(_storage);
        }
    }

    /// <summary>
    /// The service ends here, where it is still there, and is a process of its own from now on, that knows the same
    /// database, broker, keys and files and can be killed. The others' end of the messages stays as it is.
    /// </summary>
    /// <param name="settings">The service's own, besides.</param>
    protected async Task<ServiceProcess> GoOnAsProcessAsync(
        string project,
        string assembly,
        IReadOnlyDictionary<string, string?> settings
    )
    {
        await _service!.DisposeAsync();
        var process = new ServiceProcess(
            project,
            assembly,
            new Dictionary<string, string?>([.. Places, .. settings])
            {
                // Neither Production, whose days nobody moves, nor one that checks every part at each start.
                ["ASPNETCORE_ENVIRONMENT"] = Environments.Staging,
            },
            _gateway
        );
        try
        {
            await process.UntilReadyAsync();
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public HttpClient Anonymous() => _service!.CreateClient();

    /// <summary>Somebody of the township, as the gateway would let in.</summary>
    public HttpClient As(
        string? township,
        string? role = null,
        string? area = null,
        string? department = null,
        string? campaign = null
    ) =>
        As(
            new SignedInPerson(township, role ?? UsualRole)
            {
                Area = area,
                Departments = department is null ? [] : [department],
                Campaigns = campaign is null ? [] : [campaign],
            }
        );

    /// <summary>Somebody with several duties.</summary>
    public HttpClient As(SignedInPerson person) => With(() => _gateway.Mint(person));

    /// <summary>One person who scores for several departments.</summary>
    public HttpClient AsScorerOf(string township, params IEnumerable<string> departments) =>
        As(new SignedInPerson(township, Roles.DepartmentScorer) { Departments = [.. departments] });

    /// <summary>Where everything is that the service does not keep itself.</summary>
    private Dictionary<string, string?> Places =>
        new()
        {
            [$"ConnectionStrings:{database}"] = _storage,
            ["ConnectionStrings:messaging"] = _broker,
            ["DataProtection:KeyRing"] = _gateway.KeyRing,
            // Beside the keys, so that it is removed with them.
            ["Files:Folder"] = Path.Combine(_gateway.KeyRing, "files"),
        };

    private HttpClient With(Func<string> mint) =>
        _service!.CreateDefaultClient(
            _service.ClientOptions.BaseAddress,
            new TicketOfEachRequest(mint)
        );

    public Task PublishAsync(ITownshipMessage message, Guid? id = null) =>
        _others!.PublishOfTownshipAsync(message, id);

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

    /// <summary>Exports what is still waiting to be.</summary>
    public void ExportTelemetry() => Exporting.Now(_service!.Services);

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
