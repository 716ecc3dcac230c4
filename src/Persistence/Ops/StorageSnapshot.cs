using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Assessment.Persistence.Ops;

/// <summary>What the service's database says of its work: counts and times only.</summary>
internal sealed record StorageSnapshot(
    OutboxState Outbox,
    int ConsumedLastHour,
    ImportsState? Imports
);

/// <summary>Looks into the service's database, across townships, within a time limit.</summary>
internal sealed class StorageSnapshots(
    IServiceScopeFactory scopes,
    TimeProvider time,
    IImportsStateReader? imports = null
)
{
    public Task<OutboxState> OutboxAsync(CancellationToken cancellationToken) =>
        ReadAsync(OutboxState.ReadAsync, cancellationToken);

    public Task<StorageSnapshot> AllAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            async (db, now, limited) =>
                new StorageSnapshot(
                    await OutboxState.ReadAsync(db, now, limited),
                    await ConsumedAsync(db, now, limited),
                    imports is null ? null : await imports.ReadAsync(db, now, limited)
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

    private async Task<T> ReadAsync<T>(
        Func<ServiceDb, DateTimeOffset, CancellationToken, Task<T>> look,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OpsSettings.LookLimit);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return await look(db, time.GetUtcNow(), limit.Token);
    }
}
