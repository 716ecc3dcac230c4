using Assessment.Contracts;
using Assessment.Imports;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Files;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Ops;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults;
using Assessment.ServiceDefaults.SignIn;
using Assessment.ServiceDefaults.Townships;
using Assessment.Testing.Servers;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Testing.Sample;

/// <summary>A service with one table and one consumer.</summary>
public sealed class SampleService : IAsyncDisposable
{
    private static readonly DatabaseTemplate Template = new("template-sample", MakeTablesAsync);

    private readonly WebApplication _app;
    private readonly DirectoryInfo _keys;
    private readonly string? _ownDatabase;
    private readonly string? _ownVirtualHost;

    private SampleService(
        WebApplication app,
        DirectoryInfo keys,
        string? ownDatabase,
        string? ownVirtualHost
    )
    {
        _app = app;
        _keys = keys;
        _ownDatabase = ownDatabase;
        _ownVirtualHost = ownVirtualHost;
    }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public string KeyRing => _keys.FullName;

    /// <summary>Where this service keeps its files.</summary>
    public string FilesFolder =>
        Path.Combine(Services.GetRequiredService<IConfiguration>()["Files:Folder"]!, "sample");

    /// <param name="broker">A virtual host of its own when not given.</param>
    /// <param name="settings">May give it a database (<c>ConnectionStrings:sample-db</c>), or it has one of its own.</param>
    public static async Task<SampleService> StartAsync(
        string? broker = null,
        Action<WebApplication>? map = null,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<WebApplicationBuilder>? build = null
    )
    {
        settings ??= new Dictionary<string, string?>();
        var ownVirtualHost = broker is null ? await TestServers.CreateVirtualHostAsync() : null;
        var ownDatabase = settings.ContainsKey("ConnectionStrings:sample-db")
            ? null
            : await TestServers.CreateDatabaseAsync(Template);
        var keys = Directory.CreateTempSubdirectory("assessment-keys-");
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["urls"] = "http://127.0.0.1:0",
                ["ConnectionStrings:messaging"] = broker ?? ownVirtualHost,
                ["ConnectionStrings:sample-db"] = ownDatabase,
                ["DataProtection:KeyRing"] = keys.FullName,
                // Beside the keys, so that it is removed with them.
                ["Files:Folder"] = Path.Combine(keys.FullName, "files"),
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
        builder.AddFiles<SampleFileAccess>("sample");
        builder.Services.AddSingleton<NoteTakerState>();
        build?.Invoke(builder);
        var app = builder.Build();
        app.UseServiceDefaults("sample");
        app.MapOps("sample");
        app.MapAudit("sample");
        app.MapImports("sample", [Roles.TownshipAdministrator]);
        app.MapFiles(
            "sample",
            [Roles.TownshipAdministrator, Roles.DepartmentScorer],
            [Roles.Leader]
        );
        map?.Invoke(app);
        var service = new SampleService(app, keys, ownDatabase, ownVirtualHost);
        try
        {
            await service.StartAsync();
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }

        return service;
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
        if (_ownVirtualHost is not null)
        {
            await TestServers.DeleteVirtualHostAsync(_ownVirtualHost);
        }

        if (_ownDatabase is not null)
        {
            await TestServers.DropDatabaseAsync(_ownDatabase);
        }
    }

    private async Task StartAsync()
    {
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<SampleDb>()
                .Database.EnsureCreatedAsync();
        }

        await _app.StartAsync();
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.HoldsAsync(async () =>
        {
            using var health = await http.GetAsync("/health/ready");
            return health.IsSuccessStatusCode;
        });
    }

    private static async Task MakeTablesAsync(
        string connectionString,
        CancellationToken cancellationToken
    )
    {
        await using var db = new SampleDb(
            new DbContextOptionsBuilder<SampleDb>().UseNpgsql(connectionString).Options,
            new TownshipScope()
        );
        await db.Database.EnsureCreatedAsync(cancellationToken);
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

    public string Title => "便条";

    public string About => "随手记的。";

    public bool ForCycle => false;

    public IReadOnlyList<ImportColumn> Columns { get; } =
    [new("text", "内容", "“坏”以外的字"), new("remark", "备注", "可以为空", Required: false)];

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
