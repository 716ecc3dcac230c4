using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Storage;
using Assessment.Persistence.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Messaging;

/// <summary>
/// Takes nothing more for a cancelled cycle and reports nothing of it. Where the cycle has not come yet, it is noted as
/// cancelled, and stays so when it comes.
/// </summary>
public sealed class CycleCancelledConsumer(HotlineDb db) : IConsumer<CycleCancelled>
{
    public async Task Consume(ConsumeContext<CycleCancelled> context)
    {
        var cancelled = context.Message;
        var cancellationToken = context.CancellationToken;
        await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        var cycle = await db.Cycles.SingleOrDefaultAsync(
            known => known.Id == cancelled.Cycle,
            cancellationToken
        );
        if (cycle is null)
        {
            cycle = new HotlineCycle { Id = cancelled.Cycle };
            db.Cycles.Add(cycle);
        }

        cycle.CancelledAt ??= cancelled.At;
        await db.SaveChangesAsync(cancellationToken);
    }
}
