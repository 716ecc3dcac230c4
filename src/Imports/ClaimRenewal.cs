using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.Imports;

/// <summary>Shows the other replicas that the job is being worked on, until disposed.</summary>
internal sealed partial class ClaimRenewal : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _renewing;

    public ClaimRenewal(
        IServiceScopeFactory scopes,
        TimeProvider time,
        Guid job,
        string township,
        TimeSpan claim,
        ILogger log
    ) => _renewing = RenewAsync(scopes, time, job, township, claim, log, _stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewing;
        _stop.Dispose();
    }

    private static async Task RenewAsync(
        IServiceScopeFactory scopes,
        TimeProvider time,
        Guid id,
        string township,
        TimeSpan claim,
        ILogger log,
        CancellationToken stop
    )
    {
        using var timer = new PeriodicTimer(claim / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<TownshipScope>().Enter(township);
                var until = time.GetUtcNow() + claim;
                await scope
                    .ServiceProvider.GetRequiredService<ServiceDb>()
                    .Imports.Where(job => job.Id == id && job.Status == ImportStatus.Running)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(job => job.ClaimedUntil, until),
                        stop
                    );
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The job has ended.
        }
        catch (Exception failure)
        {
            LogNotRenewed(log, id, failure);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The claim on import {Import} could not be renewed")]
    private static partial void LogNotRenewed(ILogger log, Guid import, Exception failure);
}
