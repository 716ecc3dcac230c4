using Assessment.ServiceDefaults.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults.Messaging;

/// <summary>
/// Forgets inbox entries after <see cref="Memory"/>. A copy that arrives later still does no harm, because reports
/// carry versions; it only costs the work of finding that out.
/// </summary>
internal sealed class InboxCleaning(
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
                scope.ServiceProvider.GetRequiredService<TownshipScope>().LookAcross();
                var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
                await db.OfEveryTownship(db.Inbox)
                    .Where(entry => entry.ConsumedAt < limit)
                    .ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failure, "The inbox could not be cleaned; it is tried again later");
            }

            await Task.Delay(Interval, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
