using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Hotline.Attribution;
using Assessment.Hotline.Cycles;
using Assessment.Hotline.Rates;
using Assessment.Hotline.Storage;
using Assessment.Persistence.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Hotline.Messaging;

/// <summary>Keeps the cycle's window, and answers who asked about it before it was known.</summary>
public sealed class CycleOpenedConsumer(HotlineDb db, RateReports reports, SourceAnswers answers)
    : IConsumer<CycleOpened>
{
    public async Task Consume(ConsumeContext<CycleOpened> context)
    {
        var opened = context.Message;
        var cancellationToken = context.CancellationToken;
        var register = await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        if (await db.Cycles.AnyAsync(cycle => cycle.Id == opened.Cycle, cancellationToken))
        {
            return;
        }

        db.Cycles.Add(HotlineCycle.Of(opened));
        if (register.Take(opened.Cycle, opened.RegisterVersion, opened.Areas))
        {
            await WaitingTickets.AttributeAsync(db, register, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await reports.SendChangedAsync(register, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await answers.AnswerAsync(opened.Cycle, cancellationToken);
    }
}
