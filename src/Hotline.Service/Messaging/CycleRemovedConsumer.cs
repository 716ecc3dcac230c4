using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Hotline.Storage;
using Assessment.Persistence.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Messaging;

/// <summary>A rehearsal was removed: what was reported of it goes. The tickets are the township's and stay.</summary>
public sealed class CycleRemovedConsumer(HotlineDb db) : IConsumer<CycleRemoved>
{
    public async Task Consume(ConsumeContext<CycleRemoved> context)
    {
        var cycle = context.Message.Cycle;
        var cancellationToken = context.CancellationToken;
        await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        await db.RemoveCycleRowsAsync(cycle, cancellationToken);
        await db.Cycles.Where(one => one.Id == cycle).ExecuteDeleteAsync(cancellationToken);
    }
}
