using Assessment.ServiceDefaults.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.ServiceDefaults.Ops;

/// <summary>What the service's database says of its work: counts and times only.</summary>
internal sealed record StorageLook(OutboxState Outbox, int ConsumedLastHour, ImportsState Imports);

/// <summary>Looks into the service's database, across townships, within a time limit.</summary>
internal sealed class StorageLooks(IServiceScopeFactory scopes, TimeProvider time)
{
    public Task<OutboxState> OutboxAsync(CancellationToken cancellationToken) =>
        LookAsync(OutboxState.ReadAsync, cancellationToken);

    public Task<StorageLook> AllAsync(CancellationToken cancellationToken) =>
        LookAsync(
            async (db, now, limited) =>
                new StorageLook(
                    await OutboxState.ReadAsync(db, now, limited),
                    await ConsumedAsync(db, now, limited),
                    await ImportsState.ReadAsync(db, now, limited)
                ),
            cancellationToken
        );

    private static Task<int> ConsumedAsync(
        ServiceDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var since = now - TimeSpan.FromHours(1);
        return db.OfEveryTownship(db.Inbox)
            .CountAsync(entry => entry.ConsumedAt > since, cancellationToken);
    }

    private async Task<T> LookAsync<T>(
        Func<ServiceDb, DateTimeOffset, CancellationToken, Task<T>> look,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OpsSettings.LookLimit);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().LookAcross();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return await look(db, time.GetUtcNow(), limit.Token);
    }
}
