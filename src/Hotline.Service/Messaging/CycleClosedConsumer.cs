using Assessment.Contracts;
using Assessment.Hotline.Storage;
using MassTransit;

namespace Assessment.Hotline.Messaging;

/// <summary>The result is final: the cycle's tickets stay as they are.</summary>
public sealed class CycleClosedConsumer(HotlineDb db) : IConsumer<CycleClosed>
{
    public async Task Consume(ConsumeContext<CycleClosed> context)
    {
        var cycle = await db.LockedCycleAsync(context.Message.Cycle, context.CancellationToken);
        cycle.Close(context.Message.At);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
