using Assessment.Contracts;
using Assessment.Hotline.Attribution;
using Assessment.Hotline.Rates;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Townships;
using MassTransit;

namespace Assessment.Hotline.Messaging;

/// <summary>Takes the newest list of areas, and gives waiting tickets the area that is known now.</summary>
public sealed class AreasChangedConsumer(HotlineDb db, TownshipTurn turn, RateReports reports)
    : IConsumer<AreasChanged>
{
    public async Task Consume(ConsumeContext<AreasChanged> context)
    {
        var cancellationToken = context.CancellationToken;
        var township = await turn.TakeAsync(cancellationToken);
        if (!township.Take(context.Message.Version, context.Message.Areas))
        {
            return;
        }

        await WaitingTickets.AttributeAsync(db, township, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await reports.SendChangedAsync(township, cancellationToken);
    }
}
