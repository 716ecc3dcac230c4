using Assessment.Contracts;
using Assessment.Payout.Storage;
using Assessment.Payout.Townships;
using Assessment.Persistence.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Payout.Messaging;

/// <summary>A rehearsal was removed, with its sheets.</summary>
public sealed class CycleRemovedConsumer(PayoutDb db) : IConsumer<CycleRemoved>
{
    public async Task Consume(ConsumeContext<CycleRemoved> context)
    {
        var cycle = context.Message.Cycle;
        var cancellationToken = context.CancellationToken;
        await db.LockTownshipAsync<PayoutTownship>(cancellationToken);
        await db
            .Lines.Where(line =>
                db.Sheets.Any(sheet => sheet.Cycle == cycle && sheet.Id == line.Sheet)
            )
            .ExecuteDeleteAsync(cancellationToken);
        await db.RemoveCycleRowsAsync(cycle, cancellationToken);
    }
}
