using Assessment.Contracts;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Storage;
using MassTransit;

namespace Assessment.Scoring.Messaging;

/// <summary>Takes facts into the ledger, also those of a cycle whose result is pinned, which they no longer touch.</summary>
public sealed class FactsReportedConsumer(
    ScoringDb db,
    FactLedger ledger,
    Calculations calculations
) : IConsumer<FactsReported>
{
    public async Task Consume(ConsumeContext<FactsReported> context)
    {
        var cycle = await db.LockCycleAsync(context.Message.Cycle, context.CancellationToken);
        await ledger.TakeAsync(cycle, context.Message, context.CancellationToken);
        await calculations.RunIfCompleteAsync(cycle, context.CancellationToken);
    }
}
