using Assessment.Contracts;
using Assessment.Hotline.Storage;
using MassTransit;

namespace Assessment.Hotline.Messaging;

/// <summary>A final result is being corrected: its tickets may be changed.</summary>
public sealed class CorrectionOpenedConsumer(HotlineDb db) : IConsumer<CorrectionOpened>
{
    public async Task Consume(ConsumeContext<CorrectionOpened> context)
    {
        var cycle = await db.LockedCycleAsync(context.Message.Cycle, context.CancellationToken);
        cycle.OpenCorrection(context.Message.Number);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}

/// <summary>The correction is over: the tickets stay as they are again.</summary>
public sealed class CorrectionEndedConsumer(HotlineDb db) : IConsumer<CorrectionEnded>
{
    public async Task Consume(ConsumeContext<CorrectionEnded> context)
    {
        var cycle = await db.LockedCycleAsync(context.Message.Cycle, context.CancellationToken);
        cycle.EndCorrection(context.Message.Number);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
