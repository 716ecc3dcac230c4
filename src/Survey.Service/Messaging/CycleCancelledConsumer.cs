using Assessment.Contracts;
using Assessment.FactSources;
using Assessment.Persistence.Storage;
using Assessment.ServiceDefaults.Auditing;
using Assessment.Survey.Campaigns;
using Assessment.Survey.Closings;
using Assessment.Survey.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Messaging;

/// <summary>
/// Closes what is still open when the cycle is cancelled, and destroys its keys. Where the cycle has not come yet, it is
/// noted as cancelled, so that no campaign is made when it comes.
/// </summary>
public sealed class CycleCancelledConsumer(SurveyDb db, CycleEnding ending, AuditAuthor author)
    : IConsumer<CycleCancelled>
{
    public async Task Consume(ConsumeContext<CycleCancelled> context)
    {
        var cancelled = context.Message;
        var cancellationToken = context.CancellationToken;
        author.ActFor(cancelled.By);
        // As where the cycle is taken in: of the two messages one comes first.
        await db.LockTownshipAsync<RegisterCopy>(cancellationToken);
        if (!await db.LockCycleAsync(cancelled.Cycle, cancellationToken))
        {
            db.Cycles.Add(new Cycle { Id = cancelled.Cycle, CancelledAt = cancelled.At });
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        await ending.EndAsync(cancelled.Cycle, cancelled.At, cancelled.By, cancellationToken);
        await db
            .Cycles.Where(cycle => cycle.Id == cancelled.Cycle && cycle.CancelledAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(cycle => cycle.CancelledAt, cancelled.At),
                cancellationToken
            );
    }
}
