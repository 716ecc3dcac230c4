using System.Data.Common;
using Assessment.ServiceDefaults.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Assessment.Persistence.Messaging;

/// <summary>Tells the relay that there may be something to send.</summary>
public sealed class OutboxSignal : Signal;

/// <summary>Raises the signal when a transaction commits, or a save commits by itself.</summary>
internal sealed class OutboxWakeUp(OutboxSignal signal)
    : SaveChangesInterceptor,
        IDbTransactionInterceptor
{
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            signal.Raise();
        }

        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        signal.Raise();
        return Task.CompletedTask;
    }
}
