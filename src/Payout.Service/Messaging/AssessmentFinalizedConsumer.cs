using Assessment.Contracts;
using Assessment.Payout.Sheets;
using Assessment.Payout.Storage;
using Assessment.Payout.Townships;
using Assessment.Persistence.Storage;
using MassTransit;

namespace Assessment.Payout.Messaging;

/// <summary>Makes the sheet of a final result.</summary>
public sealed class AssessmentFinalizedConsumer(PayoutDb db, SheetStore sheets)
    : IConsumer<AssessmentFinalized>
{
    public async Task Consume(ConsumeContext<AssessmentFinalized> context)
    {
        await db.LockTownshipAsync<PayoutTownship>(context.CancellationToken);
        await sheets.FinalizedAsync(context.Message, context.CancellationToken);
    }
}
