using Assessment.Contracts;
using Assessment.ServiceDefaults.Imports;
using Assessment.ServiceDefaults.Messaging;
using Assessment.ServiceDefaults.Ops;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Storage;
using Assessment.ServiceDefaults.Townships;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.Tests.Sample;

/// <summary>A service with one table and one consumer, on a database and a broker of its own.</summary>
public sealed class SampleService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _keys;

    private SampleService(WebApplication app, DirectoryInfo keys)
    {
        _app = app;
        _keys = keys;
    }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public string KeyRing => _keys.FullName;

    public static async Task<SampleService> StartAsync(
        string broker,
        Action<WebApplication>? map = null,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        settings ??= new Dictionary<string, string?>();
        var keys = Directory.CreateTempSubdirectory("assessment-keys-");
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["ConnectionStrings:messaging"] = broker,
                ["ConnectionStrings:sample-db"] =
                    settings.GetValueOrDefault("ConnectionStrings:sample-db")
                    ?? await TestServers.CreateDatabaseAsync(),
                ["DataProtection:KeyRing"] = keys.FullName,
            }
        );
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddServiceDefaults("sample");
        // The gateway makes the keys; here there is none.
        builder.Services.AddKeyRing(builder.Configuration, makesKeys: true);
        builder.Services.Configure<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>(
            options => options.AutoGenerateKeys = true
        );
        builder.AddStorage<SampleDb, SampleDb>("sample-db");
        builder.Services.ConfigureDbContext<SampleDb>(options =>
            options.ConfigureWarnings(warnings =>
                warnings.Ignore(
                    Microsoft
                        .EntityFrameworkCore
                        .Diagnostics
                        .RelationalEventId
                        .PendingModelChangesWarning
                )
            )
        );
        builder.AddMessaging("sample", bus => bus.AddConsumer<NoteTaker>());
        builder.AddImports();
        builder.Services.AddImport<NotesImport>();
        builder.Services.AddSingleton<NoteTakerState>();
        var app = builder.Build();
        app.UseServiceDefaults("sample");
        app.MapOps("sample");
        app.MapImports("sample", [Roles.TownshipAdministrator]);
        map?.Invoke(app);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<SampleDb>()
                .Database.EnsureCreatedAsync();
        }

        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        await Eventually.HoldsAsync(async () =>
        {
            using var health = await http.GetAsync("/health/ready");
            return health.IsSuccessStatusCode;
        });
        return new SampleService(app, keys);
    }

    /// <summary>Works in a scope of the township.</summary>
    public async Task<T> InAsync<T>(string township, Func<SampleDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        return await work(scope.ServiceProvider.GetRequiredService<SampleDb>());
    }

    public Task<List<string>> NotesAsync(string township) =>
        InAsync(
            township,
            db => db.Notes.OrderBy(note => note.Id).Select(note => note.Text).ToListAsync()
        );

    /// <summary>In good order, as on SIGTERM.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.Delete(recursive: true);
    }
}

/// <summary>Whether the consumer is broken; then every message is poison to it.</summary>
public sealed class NoteTakerState
{
    public bool Broken { get; set; }
}

/// <summary>Notes each answer of a source.</summary>
public sealed class NoteTaker(SampleDb db, NoteTakerState state) : IConsumer<SourcesAsked>
{
    public Task Consume(ConsumeContext<SourcesAsked> context)
    {
        if (state.Broken)
        {
            // Of all failures this one is not tried again, so that nobody need wait for the pauses.
            throw new MessageMustNameItsTownship(context.MessageId);
        }

        db.Notes.Add(new Note { Text = context.Message.Request.ToString() });
        return Task.CompletedTask;
    }
}

/// <summary>Takes in a file of notes; the text <c>坏</c> is refused.</summary>
public sealed class NotesImport(SampleDb db) : IImport
{
    public string Kind => "notes";

    public bool ForCycle => false;

    public IReadOnlyList<string> RequiredColumns { get; } = ["text"];

    public async Task RunAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var texts = await run.ReadRowsAsync(
            row =>
                row.Required("text") is var text && text != "坏"
                    ? text
                    : throw new RowRefused("text", "badNote", "不好。"),
            cancellationToken
        );
        var there = await db.Notes.Select(note => note.Text).ToListAsync(cancellationToken);
        db.Notes.AddRange(texts.Except(there).Select(text => new Note { Text = text }));
        run.Count("accepted", texts.Count);
    }
}
