using Assessment.Hotline.Storage;
using Assessment.Hotline.TicketImports;
using Assessment.Imports;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.Sidecar;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Feeds;

/// <summary>
/// 工单文件接入: a file that comes by an input binding is an import like any other. The sidecar brings again what is not
/// answered with 200; so a file that is bad is taken, and refused where the township sees it, among its imports.
/// </summary>
internal static partial class FeedEndpoint
{
    private const int BytesOfMegabyte = 1024 * 1024;

    /// <summary>Without a sidecar, or without a binding, there is nothing of it.</summary>
    public static void AddFeeds(this WebApplicationBuilder builder)
    {
        if (
            DaprSidecar.Of(builder.Configuration) is null
            || FeedBinding.Of(builder.Configuration) is not { Count: > 0 } bindings
        )
        {
            return;
        }

        builder.AddInputBindings();
        builder.Services.AddSingleton(bindings);
    }

    public static void MapFeeds(this WebApplication app)
    {
        foreach (var binding in app.Services.GetService<IReadOnlyList<FeedBinding>>() ?? [])
        {
            app.MapInputBinding(binding.Name, context => TakeAsync(context, binding));
        }
    }

    /// <exception cref="TownshipHasNoOpenCycle">There is nothing to import into yet.</exception>
    private static async Task TakeAsync(HttpContext context, FeedBinding binding)
    {
        var services = context.RequestServices;
        var cancellationToken = context.RequestAborted;
        services.GetRequiredService<TownshipScope>().Enter(binding.Township);
        services.GetRequiredService<AuditAuthor>().ActFor(binding.Uploader);
        var file = await FeedFile.ReadAsync(
            context.Request,
            binding.Name,
            ImportQueue.MaximumBytes,
            cancellationToken
        );
        var db = services.GetRequiredService<HotlineDb>();
        var cycle = FeedCycle.NewestOf(
            await db.Cycles.AsNoTracking().ToListAsync(cancellationToken)
        );
        var job = JobOf(file, binding, cycle?.Id ?? Guid.Empty, services);
        var queue = services.GetRequiredService<ImportQueue>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FeedEndpoint));
        if (cycle is null)
        {
            var refusal = new TownshipHasNoOpenCycle();
            await queue.NoteRefusedAsync(job, refusal, cancellationToken);
            LogRefused(log, binding.Name, binding.Township, refusal.Code);
            throw refusal;
        }

        if (file.Content is null)
        {
            var refusal = new FeedFileIsTooLarge(ImportQueue.MaximumBytes / BytesOfMegabyte);
            await queue.NoteRefusedAsync(job, refusal, cancellationToken);
            LogRefused(log, binding.Name, binding.Township, refusal.Code);
            return;
        }

        var (kept, _) = await queue.EnqueueAsync(job, cancellationToken);
        LogTaken(log, binding.Name, kept.Id);
    }

    private static ImportJob JobOf(
        FeedFile file,
        FeedBinding binding,
        Guid cycle,
        IServiceProvider services
    )
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return new ImportJob
        {
            Id = Guid.CreateVersion7(now),
            Township = binding.Township,
            Kind = TicketsImport.KindName,
            Cycle = cycle,
            FileName = file.Name,
            Hash = file.Hash,
            Content = file.Content ?? [],
            UploadedBy = binding.Uploader,
            UploadedAt = now,
        };
    }

    [LoggerMessage(LogLevel.Information, "The binding {Binding} brought import {Import}")]
    private static partial void LogTaken(ILogger log, string binding, Guid import);

    [LoggerMessage(
        LogLevel.Warning,
        "The binding {Binding} brought a file for the township {Township} that is refused: {Code}"
    )]
    private static partial void LogRefused(
        ILogger log,
        string binding,
        string township,
        string code
    );
}
