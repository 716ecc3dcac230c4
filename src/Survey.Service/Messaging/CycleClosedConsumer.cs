using Assessment.Contracts;
using Assessment.ServiceDefaults.Auditing;
using Assessment.Survey.Closings;
using Assessment.Survey.Storage;
using MassTransit;

namespace Assessment.Survey.Messaging;

/// <summary>
/// Ends the collecting when the result is final. The cycle is known here: it cannot become final before this service has
/// answered for it.
/// </summary>
public sealed class CycleClosedConsumer(SurveyDb db, CycleEnding ending, AuditAuthor author)
    : IConsumer<CycleClosed>
{
    public async Task Consume(ConsumeContext<CycleClosed> context)
    {
        var closed = context.Message;
        author.ActFor(closed.By);
        if (!await db.LockCycleAsync(closed.Cycle, context.CancellationToken))
        {
            throw new InvalidOperationException($"The cycle {closed.Cycle} is not known here yet.");
        }

        await ending.EndAsync(closed.Cycle, closed.At, closed.By, context.CancellationToken);
    }
}
