using Assessment.Imports.Spreadsheets;
using Assessment.Persistence.Auditing;
using Assessment.Persistence.Failures;
using Assessment.Persistence.Messaging;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.ServiceDefaults.DomainExceptions;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assessment.Imports;

/// <summary>
/// Works through the stored uploads, one at a time. An import takes effect in one transaction with its report, so a
/// process that dies in the middle leaves nothing behind, and the next one begins the file again.
/// </summary>
public sealed partial class ImportWorker(
    IServiceScopeFactory scopes,
    ImportSignal signal,
    TimeProvider time,
    ImportsEnded ended,
    ILogger<ImportWorker> log
) : BackgroundService
{
    /// <summary>The slow look is only for what a crashed process or another replica left behind.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>How long a claim holds without a sign of life; renewed with every progress report.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ClaimNextAsync(stoppingToken) is var (id, township))
                {
                    await RunAsync(id, township, stoppingToken);
                }

                await signal.WaitAsync(Patience, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                ended.Interrupted();
                LogInterrupted(failure);
                await Task.Delay(Patience, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<(Guid Id, string Township)?> ClaimNextAsync(
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var now = time.GetUtcNow();
        var next = await db.OfEveryTownship(db.Imports)
            .Where(job =>
                job.Status == ImportStatus.Queued
                || (job.Status == ImportStatus.Running && job.ClaimedUntil < now)
            )
            .OrderBy(job => job.UploadedAt)
            .Select(job => new { job.Id, job.Township })
            .FirstOrDefaultAsync(cancellationToken);
        if (next is null)
        {
            return null;
        }

        var claimed = await db.OfEveryTownship(db.Imports)
            .Where(job =>
                job.Id == next.Id
                && (
                    job.ClaimedUntil == null
                    || job.ClaimedUntil < now
                    || job.Status == ImportStatus.Queued
                )
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(job => job.Status, ImportStatus.Running)
                        .SetProperty(job => job.ClaimedUntil, now + Claim)
                        .SetProperty(job => job.StartedAt, now)
                        .SetProperty(job => job.Processed, 0),
                cancellationToken
            );
        return claimed == 1 ? (next.Id, next.Township) : null;
    }

    private async Task RunAsync(Guid id, string township, CancellationToken cancellationToken)
    {
        await using var claim = new ClaimRenewal(scopes, time, id, township, Claim, log);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(
                cancellationToken
            );
            var job = await db.Imports.SingleAsync(job => job.Id == id, cancellationToken);
            var import = scope
                .ServiceProvider.GetServices<IImport>()
                .Single(import => import.Kind == job.Kind);
            var table = await import.OpenAsync(job.Content, cancellationToken);
            var run = new ImportRun(
                job,
                table,
                done => ReportProgressAsync(id, township, table.Rows.Count, done, cancellationToken)
            );
            await import.RunAsync(run, cancellationToken);
            // Not before: a changed job would be saved with the rows, and its lock would hold up the progress reports.
            run.WriteReport();
            db.ImportedRows.AddRange(run.BroughtRows);
            await EndAsync(
                scope.ServiceProvider,
                db,
                job,
                ImportStatus.Completed,
                cancellationToken
            );
            await transaction.CommitAsync(cancellationToken);
            ended.Completed(job.Kind);
            LogCompleted(id, job.Kind, job.Rows);
        }
        catch (DomainException refusal)
        {
            await RefuseAsync(id, township, refusal.Code, refusal.Message, cancellationToken);
        }
        catch (UnreadableFileException unreadable)
        {
            await RefuseAsync(
                id,
                township,
                UnreadableFileException.Code,
                unreadable.Message,
                cancellationToken
            );
        }
        catch (Exception failure) when (UnstorableValue.IsCauseOf(failure))
        {
            // Begun again, it would fail in the same way for ever.
            LogNotStored(id, failure.GetBaseException().Message);
            var refusal = new ImportFileCannotBeStored();
            await RefuseAsync(id, township, refusal.Code, refusal.Message, cancellationToken);
        }
    }

    private async Task RefuseAsync(
        Guid id,
        string township,
        string code,
        string message,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var job = await db.Imports.SingleAsync(job => job.Id == id, cancellationToken);
        job.ErrorCode = code;
        job.ErrorMessage = message;
        await EndAsync(scope.ServiceProvider, db, job, ImportStatus.Refused, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        ended.Refused(job.Kind, code);
        LogRefused(id, job.Kind, code);
    }

    private async Task EndAsync(
        IServiceProvider services,
        ServiceDb db,
        ImportJob job,
        ImportStatus status,
        CancellationToken cancellationToken
    )
    {
        job.Status = status;
        job.FinishedAt = time.GetUtcNow();
        job.ClaimedUntil = null;
        job.Content = [];
        services.GetRequiredService<AuditAuthor>().ActFor(job.UploadedBy);
        db.Record(ImportRecords.Ended(job));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var listener in services.GetServices<IImportListener>())
        {
            await listener.OnEndedAsync(job, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Progress is written outside the import's transaction, into which nobody else can look.</summary>
    private async Task ReportProgressAsync(
        Guid id,
        string township,
        int rows,
        int done,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        await scope
            .ServiceProvider.GetRequiredService<ServiceDb>()
            .Imports.Where(job => job.Id == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(job => job.Rows, rows).SetProperty(job => job.Processed, done),
                cancellationToken
            );
    }

    [LoggerMessage(LogLevel.Warning, "An import was interrupted; it begins again")]
    private partial void LogInterrupted(Exception failure);

    [LoggerMessage(
        LogLevel.Information,
        "Import {Import} of kind {Kind} completed with {Rows} rows"
    )]
    private partial void LogCompleted(Guid import, string kind, int? rows);

    [LoggerMessage(
        LogLevel.Warning,
        "Import {Import} held what the database cannot store: {Reason}"
    )]
    private partial void LogNotStored(Guid import, string reason);

    [LoggerMessage(LogLevel.Information, "Import {Import} of kind {Kind} was refused: {Code}")]
    private partial void LogRefused(Guid import, string kind, string code);
}
