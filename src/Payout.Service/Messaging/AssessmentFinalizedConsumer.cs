using Assessment.Contracts;
using Assessment.Payout.Sheets;
using MassTransit;

namespace Assessment.Payout.Messaging;

/// <summary>Makes the sheet of a published result.</summary>
public sealed class AssessmentFinalizedConsumer(PayoutTurn turn, SheetBook book)
    : IConsumer<AssessmentFinalized>
{
    public async Task Consume(ConsumeContext<AssessmentFinalized> context)
    {
        await turn.TakeAsync(context.CancellationToken);
        await book.PublishedAsync(context.Message, context.CancellationToken);
    }
}

internal static class PayoutConsumers
{
    public static void Add(IBusRegistrationConfigurator bus) =>
        bus.AddConsumer<AssessmentFinalizedConsumer>();
}
