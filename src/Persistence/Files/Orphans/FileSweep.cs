using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assessment.Persistence.Files.Orphans;

/// <summary>Removes orphaned files every few hours.</summary>
internal sealed partial class FileSweep(
    FileOrphans orphans,
    FileSettings settings,
    TimeProvider time,
    ILogger<FileSweep> log
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.Sweeps && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await orphans.SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotSwept(failure);
            }

            await Task.Delay(Interval, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Orphaned files could not be removed; it is tried again later"
    )]
    private partial void LogNotSwept(Exception failure);
}
