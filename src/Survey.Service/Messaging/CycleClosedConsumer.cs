using Assessment.Contracts;
using Assessment.ServiceDefaults.Auditing;
using Assessment.Survey.Closings;
using Assessment.Survey.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Assessment.Survey.Messaging;

/// <summary>
/// Closes what is still open when the results are published, so that the keys do not outlive their use because somebody
/// forgot. The cycle is known here: it cannot be published before this service has answered for it.
/// </summary>
public sealed class CycleClosedConsumer(SurveyDb db, CampaignClosing closing, AuditAuthor author)
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

        var campaigns = await db
            .Campaigns.Where(campaign => campaign.Cycle == closed.Cycle)
            .ToListAsync(context.CancellationToken);
        foreach (var campaign in campaigns)
        {
            await closing.CloseAsync(campaign, closed.At, closed.By, context.CancellationToken);
        }
    }
}
