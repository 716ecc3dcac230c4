using Assessment.Contracts;
using Assessment.Scoring.Calculation;
using Assessment.Scoring.Cycles;
using Assessment.Scoring.Ledger;
using Assessment.Scoring.Schemes;
using Assessment.Scoring.Storage;
using MassTransit;

namespace Assessment.Scoring.Messaging;

/// <summary>Takes facts into the ledger, also those of a cycle whose result is pinned, which they no longer touch; not those of a cancelled one.</summary>
public sealed class FactsReportedConsumer(
    ScoringDb db,
    FactLedger ledger,
    SchemeStore schemes,
    Calculations calculations
) : IConsumer<FactsReported>
{
    public async Task Consume(ConsumeContext<FactsReported> context)
    {
        if (
            await db.LockUnlessCancelledAsync(context.Message.Cycle, context.CancellationToken)
            is not { } cycle
        )
        {
            return;
        }

        var scheme = await schemes.ReadAsync(cycle.Adoption, context.CancellationToken);
        await ledger.TakeAsync(
            cycle,
            CyclePlan.Of(scheme, cycle.Year),
            context.Message,
            context.CancellationToken
        );
        await calculations.RunIfCompleteAsync(cycle, context.CancellationToken);
    }
}
