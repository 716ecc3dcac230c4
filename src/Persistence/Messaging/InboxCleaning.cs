using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// Forgets inbox entries after <see cref="Memory"/>. A copy that arrives later still does no harm, because reports
/// carry versions; it only costs the work of finding that out.
/// </summary>
internal sealed partial class InboxCleaning(
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<InboxCleaning> log
) : BackgroundService
{
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var limit = time.GetUtcNow() - Memory;
                scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
                var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
                await db.OfEveryTownship(db.Inbox)
                    .Where(entry => entry.ConsumedAt < limit)
                    .ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotCleaned(failure);
            }

            await Task.Delay(Interval, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The inbox could not be cleaned; it is tried again later")]
    private partial void LogNotCleaned(Exception failure);
}
