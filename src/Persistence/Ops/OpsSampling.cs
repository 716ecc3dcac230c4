using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Assessment.Persistence.Ops;

/// <summary>Looks at outbox and queues every <c>Ops:Every</c>, so that reading a metric costs nobody a query.</summary>
internal sealed class OpsSampling(
    StorageSnapshots storage,
    QueueStates queues,
    OpsMetrics metrics,
    IConfiguration configuration,
    Attempts attempts,
    TimeProvider time
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(
            configuration.GetValue("Ops:Every", OpsSettings.UsualEvery),
            time
        );
        try
        {
            do
            {
                metrics.Keep(await attempts.TryAsync("outbox", storage.OutboxAsync, stoppingToken));
                metrics.Keep(await attempts.TryAsync("queues", queues.ReadAsync, stoppingToken));
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops.
        }
    }
}
