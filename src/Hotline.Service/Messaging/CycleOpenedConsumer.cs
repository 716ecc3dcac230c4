using Assessment.Contracts;
using Assessment.Hotline.Attribution;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Rates;
using Assessment.Hotline.SourceAnswers;
using Assessment.Hotline.Storage;
using Assessment.Hotline.Townships;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Messaging;

/// <summary>Notes the cycle's window, and answers who asked about it before it was known.</summary>
public sealed class CycleOpenedConsumer(
    HotlineDb db,
    TownshipTurn turn,
    RateReports reports,
    Answers answers
) : IConsumer<CycleOpened>
{
    public async Task Consume(ConsumeContext<CycleOpened> context)
    {
        var opened = context.Message;
        var cancellationToken = context.CancellationToken;
        var township = await turn.TakeAsync(cancellationToken);
        if (await db.Cycles.AnyAsync(cycle => cycle.Id == opened.Cycle, cancellationToken))
        {
            return;
        }

        db.Cycles.Add(HotlineCycle.Of(opened));
        if (township.Take(opened.AreasVersion, opened.Areas))
        {
            await WaitingTickets.AttributeAsync(db, township, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await reports.SendChangedAsync(township, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await answers.SendAsync(cancellationToken);
    }
}
