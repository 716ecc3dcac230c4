using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Townships;
using MassTransit;
using MassTransit.Transports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Assessment.Persistence.Messaging;

/// <summary>
/// Moves committed messages from the outbox to the broker. It wakes on commit; the slow look every
/// <see cref="Patience"/> is only for what a crashed process or another replica left behind. A message is deleted after
/// the broker confirmed it, so a crash in between sends it twice, and the receivers' inbox drops the second.
/// </summary>
public sealed partial class OutboxRelay(
    IServiceScopeFactory scopes,
    IBusControl receiving,
    IBusInstance<ISendingBus> sending,
    OutboxSignal signal,
    TimeProvider time,
    ILogger<OutboxRelay> log
) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Whether the broker confirmed what was sent last.</summary>
    private bool _confirmed = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What is published before the first queues are declared would vanish without a word.
                await receiving.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
                while (await MoveBatchAsync(stoppingToken) == BatchSize) { }

                await signal.WaitAsync(Patience, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogNotEmptied(failure);
                await Task.Delay(PauseAfterFailure, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>How many messages were moved.</returns>
    private async Task<int> MoveBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TownshipScope>().EnterCrossTownship();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await db.OfEveryTownship(Lock(db))
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        if (batch.Count == 0)
        {
            return 0;
        }

        await PublishAsync(batch, cancellationToken);
        var sent = batch.Select(message => message.Id).ToList();
        await db.OfEveryTownship(db.Outbox)
            .Where(message => sent.Contains(message.Id))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return batch.Count;
    }

    private async Task PublishAsync(
        IReadOnlyList<OutboxMessage> batch,
        CancellationToken cancellationToken
    )
    {
        if (!_confirmed)
        {
            await ReconnectAsync(cancellationToken);
        }

        _confirmed = false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(SendLimit);
        // When a broker node dies at the wrong moment, the wait for its confirmation heeds no cancellation.
        await Task.WhenAll(
                batch.Select(message =>
                    sending.BusControl.Publish(
                        message.Read(),
                        context =>
                        {
                            context.MessageId = message.MessageId;
                            TownshipHeader.Set(context, message.Township);
                        },
                        limit.Token
                    )
                )
            )
            .WaitAsync(limit.Token);
        _confirmed = true;
    }

    /// <summary>
    /// A channel whose confirmations stay away, because it still publishes to a queue's leader that is gone, never
    /// comes to itself (seen with RabbitMQ 3.10). A new one asks who leads now.
    /// </summary>
    private async Task ReconnectAsync(CancellationToken cancellationToken)
    {
        LogNotConfirmed();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectLimit);
        await sending.BusControl.StopAsync(limit.Token);
        await sending.BusControl.StartAsync(limit.Token);
    }

    /// <summary>The oldest messages that no other replica is sending at this moment.</summary>
#pragma warning disable RS0030 // SQL alone can lock; it is read in a scope that looks across townships anyway.
    private static IQueryable<OutboxMessage> Lock(ServiceDb db) =>
        db.Database.IsSqlServer()
            ? db.Outbox.FromSqlRaw(
                $"SELECT TOP {BatchSize} * FROM outbox WITH (UPDLOCK, READPAST, ROWLOCK) ORDER BY Id"
            )
            : db.Outbox.FromSqlRaw(
                $"""SELECT * FROM outbox ORDER BY "Id" LIMIT {BatchSize} FOR UPDATE SKIP LOCKED"""
            );
#pragma warning restore RS0030

    [LoggerMessage(
        LogLevel.Warning,
        "The outbox could not be emptied; its messages stay and are tried again"
    )]
    private partial void LogNotEmptied(Exception failure);

    [LoggerMessage(LogLevel.Warning, "The broker did not confirm what was sent; connecting again")]
    private partial void LogNotConfirmed();
}
