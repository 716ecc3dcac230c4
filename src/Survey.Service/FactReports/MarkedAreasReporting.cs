using Assessment.FactSources;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Assessment.Survey.Storage;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.FactReports;

/// <summary>
/// Reports marked areas once a second, so that a thousand answers on the page become a few reports and not a
/// thousand. A handful waits for more, or until Scoring asks.
/// </summary>
public sealed partial class MarkedAreasReporting(
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<MarkedAreasReporting> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await ReportAllAsync(stoppingToken);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    LogNotReported(failure);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what is marked is reported after the next start.
        }
    }

    private async Task ReportAllAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
        var db = scope.ServiceProvider.GetRequiredService<SurveyDb>();
        var marked = await FactReporter
            .ReadyUnasked(db.OfEveryTownship(db.SubjectReports))
            .Select(report => new { report.Township, report.Cycle })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var one in marked)
        {
            await ReportAsync(one.Township, one.Cycle, cancellationToken);
        }
    }

    private async Task ReportAsync(string township, Guid cycle, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
        var db = scope.ServiceProvider.GetRequiredService<SurveyDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockCycleAsync(cycle, cancellationToken);
        await scope
            .ServiceProvider.GetRequiredService<FactReporter>()
            .ReportUnaskedAsync(cycle, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "Changed areas could not be reported; they stay marked")]
    private partial void LogNotReported(Exception failure);
}
